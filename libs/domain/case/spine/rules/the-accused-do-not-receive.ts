import type { Offices, Verdict } from '../../../decider';
import { isKeptFrom } from '../../../kept-from';

/** A case that accuses the petition department, or one above it, is received by another (Art. 30). */
export const theAccusedDoNotReceive = (
  receiver: string,
  accused: readonly string[],
  offices: Offices,
): Verdict =>
  isKeptFrom(receiver, accused, offices) ? { code: 'receiver-accused', facts: { receiver } } : undefined;
