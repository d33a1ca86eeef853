import { addDays, type LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../../decider';

/** Local setting. */
const NOTICE_days = 7;

/** Everybody has seven days to prepare for a hearing. */
export function aHearingIsAnnouncedInTime(today: LocalDate, heldOn: LocalDate): Verdict {
  const earliest = addDays(today, NOTICE_days);
  return heldOn < earliest ? { code: 'hearing-notice-too-short', facts: { heldOn, earliest } } : undefined;
}
