import type { Instant } from '@huiyin/policy';
import type { CaseFacts } from './facts';
import { quoted } from './sql';

/* Whether a case is open at an instant: what the stock, its age and its clearance have in common. */

export const OPENING = ['CaseRegistered', 'CaseReopened'] as const;
export const CLOSING = ['CaseClosed', 'CaseDirected', 'LeadOutcomeTold'] as const;
const TURNS: readonly string[] = [...OPENING, ...CLOSING];

/** Just before the instant, by what had happened until then. */
export function openBefore({ history }: CaseFacts, instant: Instant): boolean {
  const last = history.findLast(({ type, occurredAt }) => TURNS.includes(type) && occurredAt < instant);
  return OPENING.some((type) => type === last?.type);
}

type Edge = 'w.since' | 'w.until';

/** Each window with the last turn of every case before an edge of it, as `o`. */
export const lastTurnBefore = (edge: Edge): string => `w CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.case_id) t.case_id, t.type FROM views.case_timeline t
     WHERE t.type IN (${quoted(TURNS)}) AND t.occurred_at < ${edge}
     ORDER BY t.case_id, t.position DESC
  ) o`;

export const isOpen = (type: string): string => `${type} IN (${quoted(OPENING)})`;

/** Of a case that has had a turn before. */
export const isOpenAt = (caseId: string, edge: Edge): string =>
  `${isOpen(`(SELECT t.type FROM views.case_timeline t WHERE t.case_id = ${caseId} AND t.type IN (${quoted(TURNS)})
    AND t.occurred_at < ${edge} ORDER BY t.position DESC LIMIT 1)`)}`;
