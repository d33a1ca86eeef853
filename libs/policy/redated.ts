import type { Duty, RuleBook } from './duty';
import { packIndex } from './matching';
import type { Instant } from './pack';
import { dated } from './dated';
import { refOf } from './rule-book';

/** A running duty that the newest calendar dates anew. */
export interface Redated {
  duty: Duty;
  /** The new due time. */
  dueAt: Instant;
  provisional: boolean;
  /** `id@version` of the calendar that it was computed with. */
  calendar: string;
}

/** What the calendars in force change of the clocks that still run at an instant: other dates, or dates now certain. */
export function redated(duties: readonly Duty[], rules: RuleBook, at: Instant): Redated[] {
  return duties.flatMap((duty) => {
    if ((duty.status !== 'open' && duty.status !== 'paused') || duty.dueAt < at) return [];
    const pack = rules.pack(duty.policy);
    const calendar = rules.calendar(pack.calendar);
    const rule = packIndex(pack).rule.get(duty.rule);
    if (!rule || refOf(calendar) === duty.calendar) return [];
    const { dueAt, provisional } = dated(duty, rule, { pack, calendar });
    if (dueAt === duty.dueAt && provisional === duty.provisional) return [];
    return [{ duty, dueAt, provisional, calendar: refOf(calendar) }];
  });
}
