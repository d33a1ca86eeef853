import type { ConsumeOptions, Consumption } from '../port';
import type { MessagingRig } from './harness';
import type { Draft } from './messages';

/** What every test of the contract works with; each has a rig of its own. */
export interface Context {
  rig(): MessagingRig;
  /** Starts a consumer of its own, in group `spec` unless told; it is closed after the test. */
  consume(handler: ConsumeOptions['handler'], options?: Partial<ConsumeOptions>): Consumption;
  /** Messages `from` … `to − 1` of each key, the keys mixed. */
  drafts(keys: readonly string[], from: number, to: number): Draft[];
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const KEYS = range(0, 12).map((index) => `case-${index}`);
