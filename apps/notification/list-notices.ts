import type { Pool } from 'pg';
import type { ChannelName, NoticeState } from './notice';

export interface ListedNotice {
  eventId: string;
  /** `petitioner:{subject}` or `office:{id}`. */
  recipient: string;
  channel: ChannelName | 'none';
  state: NoticeState;
  template: string;
  language: string;
  caseId: string | null;
  attempts: number;
  nextAttemptAt: Date;
  lastErrorCode: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

export interface ListOptions {
  state?: NoticeState;
  caseId?: string;
  /** `next` of the page before. */
  cursor?: string;
  /** At most LIST_MAX. */
  limit: number;
}

export const LIST_MAX = 200;

const LIST = `
  SELECT seq::text, event_id AS "eventId", recipient, channel, state, template, language, case_id AS "caseId",
    attempts, next_attempt_at AS "nextAttemptAt", last_error_code AS "lastErrorCode", created_at AS "createdAt",
    sent_at AS "sentAt"
  FROM notification.notice
  WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR case_id = $2) AND seq < $3
  ORDER BY seq DESC LIMIT $4`;
const CURSOR = /^\d{1,18}$/;
const BEYOND_ALL = '9223372036854775807';

/** Newest first. Throws RangeError for a cursor that is none. */
export async function listNotices(
  pool: Pool,
  { state, caseId, cursor, limit }: ListOptions,
): Promise<{ notices: ListedNotice[]; next?: string }> {
  if (cursor !== undefined && !CURSOR.test(cursor)) throw new RangeError('not a cursor of this list');
  const size = Math.min(Math.max(1, limit), LIST_MAX);
  const values = [state ?? null, caseId ?? null, cursor ?? BEYOND_ALL, size];
  const { rows } = await pool.query<ListedNotice & { seq: string }>(LIST, values);
  const notices = rows.map(({ seq: _, ...notice }) => notice);
  const last = rows.length === size ? rows.at(-1)!.seq : undefined;
  return last === undefined ? { notices } : { notices, next: last };
}

/** For metrics: how many are in each state, by channel. */
export async function countNotices(
  pool: Pool,
): Promise<{ state: NoticeState; channel: ChannelName | 'none'; count: number }[]> {
  const sql = `
    SELECT state, channel, count(*)::integer AS count FROM notification.notice
    GROUP BY state, channel ORDER BY state, channel`;
  return (await pool.query<{ state: NoticeState; channel: ChannelName; count: number }>(sql)).rows;
}

const REQUEUE = `
  UPDATE notification.notice SET state = 'pending', attempts = 0, next_attempt_at = $2
  WHERE state = 'parked' AND ($1::text IS NULL OR case_id = $1)`;

/** Tries what is parked again, after its cause is gone: of one case, or all. Answers how many. */
export async function requeueParked(pool: Pool, now: Date, caseId?: string): Promise<number> {
  return (await pool.query(REQUEUE, [caseId ?? null, now])).rowCount ?? 0;
}
