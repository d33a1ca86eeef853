import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../decider';

/** Nothing is promised for a day that has passed. */
export function aPromiseLiesAhead(days: readonly LocalDate[], today: LocalDate): Verdict {
  const past = days.find((promised) => promised < today);
  return past === undefined ? undefined : { code: 'promised-in-the-past', facts: { day: past, today } };
}
