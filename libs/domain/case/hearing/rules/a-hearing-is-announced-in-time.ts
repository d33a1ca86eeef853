import { addDays, type LocalDate } from '@huiyin/kernel';
import { hearingNoticeOf, type PolicyPack } from '@huiyin/policy';
import type { Verdict } from '../../../decider';

/** Everybody has the days that the pack sets to prepare for a hearing. */
export function aHearingIsAnnouncedInTime(pack: PolicyPack, today: LocalDate, heldOn: LocalDate): Verdict {
  const earliest = addDays(today, hearingNoticeOf(pack));
  return heldOn < earliest ? { code: 'hearing-notice-too-short', facts: { heldOn, earliest } } : undefined;
}
