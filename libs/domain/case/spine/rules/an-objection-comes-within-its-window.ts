import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../../../decider';

/** A misdirected case is objected to within the pack's window (Art. 23: five working days). */
export function anObjectionComesWithinItsWindow(duties: readonly Duty[], at: Instant): Verdict {
  const window = duties.find((duty) => duty.rule === 'object' && duty.status === 'open');
  if (window && at <= window.dueAt) return undefined;
  return { code: 'objection-window-closed', facts: window && { dueAt: window.dueAt } };
}
