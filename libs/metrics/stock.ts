import type { Instant } from '@huiyin/policy';
import type { CaseFacts } from './facts';

/* Whether a case is open at an instant: what the stock, its age and its clearance have in common. */

export const OPENING = ['CaseRegistered', 'CaseReopened'] as const;
export const CLOSING = ['CaseClosed', 'CaseDirected', 'LeadOutcomeTold', 'RegistrationStruck'] as const;
const TURNS: readonly string[] = [...OPENING, ...CLOSING];

/** Just before the instant, by what had happened until then. */
export function openBefore({ history }: CaseFacts, instant: Instant): boolean {
  const last = history.findLast(({ type, occurredAt }) => TURNS.includes(type) && occurredAt < instant);
  return OPENING.some((type) => type === last?.type);
}

/** Joins each window with the cases that were open just before an instant of it, as `o`. */
export const openBeforeSql = (instant: 'w.since' | 'w.until'): string => `w CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.case_id) t.case_id, t.type FROM views.case_timeline t
     WHERE t.type IN (${TURNS.map((type) => `'${type}'`).join(', ')}) AND t.occurred_at < ${instant}
     ORDER BY t.case_id, t.position DESC
  ) o`;

export const IS_OPEN = `o.type IN (${OPENING.map((type) => `'${type}'`).join(', ')})`;
