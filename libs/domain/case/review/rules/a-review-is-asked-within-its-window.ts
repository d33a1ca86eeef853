import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../../../decider';
import type { Stage } from '../events';

/** A review is asked for within 30 days of receiving the opinion, a re-review of receiving the review (Art. 35, 36). */
export function aReviewIsAskedWithinItsWindow(stage: Stage, duties: readonly Duty[], at: Instant): Verdict {
  const rule = stage === 'review' ? 'ask-review' : 'ask-re-review';
  const window = duties.findLast((duty) => duty.rule === rule && duty.status === 'open');
  if (window && at <= window.dueAt) return undefined;
  const code = stage === 'review' ? 'review-window-closed' : 're-review-window-closed';
  return { code, facts: window && { dueAt: window.dueAt } };
}
