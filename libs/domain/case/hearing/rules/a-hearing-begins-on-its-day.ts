import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../../decider';

/** A hearing does not begin before the day that was announced. */
export const aHearingBeginsOnItsDay = (today: LocalDate, heldOn: LocalDate): Verdict =>
  today < heldOn ? { code: 'hearing-before-its-day', facts: { heldOn } } : undefined;
