import type { CaseFacts } from './facts';
import type { Item, Window } from './metric';
import { eventsOf, happened, item } from './pure';
import { happenedIn, itemOf } from './sql';

/* Findings of accountability reviews, on the office under review and on its links, as they stand after a dispute. */

/** Met: it is a fault. */
export function findings(facts: CaseFacts, window: Window): readonly Item[] {
  const revisions = eventsOf(facts, 'FindingRevised');
  return happened(facts, window, 'FindingConfirmed', 'LinkFound').map(({ stream, data }) => {
    const link = 'link' in data ? data.link : undefined;
    const revised = revisions.findLast((one) => one.stream === stream && one.data.link === link);
    return item(facts, data.office, (revised?.data ?? data).finding.outcome === 'fault');
  });
}

const OUTCOME = `coalesce((SELECT t.summary -> 'finding' ->> 'outcome' FROM views.case_timeline t
  WHERE t.about = e.stream AND t.type = 'FindingRevised'
    AND t.summary ->> 'link' IS NOT DISTINCT FROM e.summary ->> 'link'
  ORDER BY t.position DESC LIMIT 1), e.summary -> 'finding' ->> 'outcome')`;

export const IS_FAULT = `${OUTCOME} = 'fault'`;

export const FINDINGS = `${itemOf('e.case_id', `e.summary ->> 'office'`, IS_FAULT)}
  FROM ${happenedIn('FindingConfirmed', 'LinkFound')}`;
