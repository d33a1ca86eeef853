import { setTimeout as after } from 'node:timers/promises';
import { Client as Session } from 'pg';
import type { Answer, Client } from './client';
import type { TopicReader } from './topics';
import { within } from './within';

/** Looks each time that the views have moved, until it is as wanted. */
export async function untilViews(
  client: Client,
  max_ms: number,
  what: string,
  isTrue: () => Promise<boolean>,
): Promise<void> {
  const over = new AbortController();
  const look = async (): Promise<void> => {
    const positions = client.positions(over.signal);
    while (!(await positions.next()).done) if (await isTrue()) return;
    throw new Error('the stream of positions ended');
  };
  await within(max_ms, what, look()).finally(() => over.abort());
}

/** Between two tries of a client that was told to come back. */
const RETRY_ms = 200;

/** Sends the same request again, as a client does that was told 503, until the answer has the status. */
export async function untilAnswer(
  max_ms: number,
  status: number,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const deadline_ms = performance.now() + max_ms;
  for (;;) {
    const answer = await send();
    if (answer.status === status) return answer;
    if (performance.now() > deadline_ms)
      throw new Error(`still ${answer.status} after ${max_ms / 1_000} s, not ${status}`);
    await after(RETRY_ms);
  }
}

/** An event of the log, as its table holds it. */
export interface LogRow {
  id: string;
  stream: string;
  type: string;
  position: number;
  data: Record<string, unknown>;
}

export async function readLog(url: string): Promise<LogRow[]> {
  const session = new Session({ connectionString: url });
  await session.connect();
  try {
    const { rows } = await session.query<LogRow>(
      'SELECT id, stream, type, position::float8 AS position, data FROM event_store.event ORDER BY position',
    );
    return rows;
  } finally {
    await session.end();
  }
}

const PRIVATE = ['LeaderAppointed', 'LeaderLeft'];
export const publishable = (log: readonly LogRow[]): LogRow[] =>
  log.filter(({ type }) => !PRIVATE.includes(type));

/** Resolves when everything that is in the log now, and may leave, has arrived on the topics. */
export async function untilPublished(url: string, topics: TopicReader, max_ms: number): Promise<void> {
  const wanted = publishable(await readLog(url)).map(({ id }) => id);
  await topics.records.until(max_ms, 'the log is on the topics', (all) => {
    const there = new Set(all.map(({ id }) => id));
    return wanted.every((id) => there.has(id));
  });
}
