import { InvalidArgumentError } from 'commander';

const EVENTS_MAX = 1_000_000_000;

/** Reads an option that counts something. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > EVENTS_MAX)
    throw new InvalidArgumentError(`a whole number from 1 to ${EVENTS_MAX} is wanted`);
  return value;
}
