import type { Instant } from '@huiyin/policy';
import type { EntityManager } from 'typeorm';

export interface NextDuty {
  duty: string;
  rule: string;
  owner: string;
  dueAt: Instant;
  provisional: boolean;
}

const NEXT = `SELECT DISTINCT ON (stream) case_id AS "caseId", duty, rule, owner, due_at AS "dueAt", provisional
  FROM views.duty_board WHERE stream = ANY ($1) AND status = 'open' AND kind = 'duty'
  ORDER BY stream, due_at, duty`;

/** The duty that falls due first, for each of these cases. */
export async function nextDuties(
  manager: EntityManager,
  cases: readonly { id: string }[],
): Promise<ReadonlyMap<string, NextDuty>> {
  if (cases.length === 0) return new Map();
  const rows = (await manager.query(NEXT, [cases.map(({ id }) => `case-${id}`)])) as (NextDuty & {
    caseId: string;
  })[];
  return new Map(rows.map(({ caseId, ...duty }) => [caseId, duty]));
}
