import type { Pool } from 'pg';
import type { DueNotice } from './compose';

/** Longer than any send may take: whoever holds a notice longer has died, and another sends it. */
export const LEASE_ms = 120_000;

const TAKE = `
  UPDATE notification.notice AS notice
  SET state = 'sending', attempts = notice.attempts + 1, next_attempt_at = $2
  FROM (
    SELECT seq FROM notification.notice
    WHERE state IN ('pending', 'sending') AND next_attempt_at <= $1
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ) AS due
  WHERE notice.seq = due.seq
  RETURNING notice.event_id AS "eventId", notice.recipient, notice.channel, notice.template, notice.language,
    notice.case_id AS "caseId", notice.facts, notice.attempts`;

/** Takes what is due for the length of the lease; several senders take different ones. */
export async function takeDue(pool: Pool, now: Date, limit: number): Promise<DueNotice[]> {
  const until = new Date(now.getTime() + LEASE_ms);
  return (await pool.query<DueNotice>(TAKE, [now, until, limit])).rows;
}

export type Outcome =
  | { state: 'sent'; at: Date }
  | { state: 'pending'; at: Date; code: string }
  | { state: 'parked' | 'no-channel'; at: Date; code: string };

const SETTLE = `
  UPDATE notification.notice
  SET state = $5, last_error_code = $6,
      sent_at = CASE WHEN $5 = 'sent' THEN $7::timestamptz END,
      next_attempt_at = $7
  WHERE event_id = $1 AND recipient = $2 AND channel = $3 AND attempts = $4 AND state = 'sending'`;

/** Writes what came of it, unless the lease ran out and another took it meanwhile. */
export async function settle(pool: Pool, notice: DueNotice, outcome: Outcome): Promise<void> {
  const { eventId, recipient, channel, attempts } = notice;
  const code = 'code' in outcome ? outcome.code : null;
  await pool.query(SETTLE, [eventId, recipient, channel, attempts, outcome.state, code, outcome.at]);
}

const NEXT = `
  SELECT min(next_attempt_at) AS next FROM notification.notice WHERE state IN ('pending', 'sending')`;

/** When the next one falls due; undefined when none waits. */
export async function nextDue(pool: Pool): Promise<Date | undefined> {
  return (await pool.query<{ next: Date | null }>(NEXT)).rows[0]?.next ?? undefined;
}
