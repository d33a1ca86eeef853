import type { Verdict } from '../../decider';

/** 销号: an item is cancelled off by another office than the one that owns it. */
export const anItemIsCancelledOffByAnother = (owner: string, by: string): Verdict =>
  owner === by ? { code: 'own-item', facts: { owner } } : undefined;
