import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../decider';

/** Nobody can have reported for a day before a report was asked for. */
export const aDriveLiesAhead = (from: LocalDate, today: LocalDate): Verdict =>
  from < today ? { code: 'drive-in-the-past', facts: { from, today } } : undefined;
