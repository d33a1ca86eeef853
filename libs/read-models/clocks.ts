import type { Instant } from '@huiyin/policy';
import type { EntityManager } from 'typeorm';
import { REPORT_SITE_VISIT } from './site-visits';

/** What is owed next. */
export interface Clock {
  rule: string;
  owner: string;
  dueAt: Instant;
}

interface Found extends Clock {
  key: string;
}

/** The open duty of each stream that falls due first; that of a site visit, which may be unannounced, is not told. */
export async function clocksOf(
  manager: EntityManager,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Clock>> {
  const found = (await manager.query(
    `SELECT DISTINCT ON (stream) stream AS key, rule, owner, due_at AS "dueAt" FROM views.duty_board
     WHERE stream = ANY ($1) AND status = 'open' AND kind = 'duty' AND rule <> $2 ORDER BY stream, due_at, duty`,
    [streams, REPORT_SITE_VISIT],
  )) as Found[];
  return byKey(found);
}

const INSTRUCTED = ['report-instruction', 'judge-instruction'];

/** The same for each instruction, `case/i1`. */
export async function clocksOfInstructions(
  manager: EntityManager,
  cases: readonly string[],
): Promise<ReadonlyMap<string, Clock>> {
  const found = (await manager.query(
    `SELECT case_id || '/' || (body ->> 'instance') AS key, rule, owner, due_at AS "dueAt" FROM views.duty_board
     WHERE case_id = ANY ($1) AND duty <> '' AND status = 'open' AND rule = ANY ($2)`,
    [cases, INSTRUCTED],
  )) as Found[];
  return byKey(found);
}

const byKey = (found: readonly Found[]): ReadonlyMap<string, Clock> =>
  new Map(
    found.map(({ key, rule, owner, dueAt }) => [key, { rule, owner, dueAt: new Date(dueAt).toISOString() }]),
  );
