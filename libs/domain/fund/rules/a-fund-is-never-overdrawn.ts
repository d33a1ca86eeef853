import type { Verdict } from '../../decider';

/** No more relief is approved than the budget has left (Art. 37). */
export const aFundIsNeverOverdrawn = ({ left_yuan }: { left_yuan: number }, amount_yuan: number): Verdict =>
  amount_yuan > left_yuan ? { code: 'relief-beyond-budget', facts: { amount_yuan, left_yuan } } : undefined;
