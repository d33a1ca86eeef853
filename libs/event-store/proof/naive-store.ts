import { createPool } from '@huiyin/database';
import { pause } from '@huiyin/kernel';
import type { AppendRequest, AppendResult, StoredEvent, Subscription } from '../port';

/**
 * What one would write first, and must not: an identity column as position, and followers that read beyond the last
 * one they saw. Here only so that the proof can be seen to fail. Takes one event to one stream at a time.
 */
export const NAIVE_TABLE = `CREATE TABLE IF NOT EXISTS naive_event (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text NOT NULL, revision integer NOT NULL,
  id uuid NOT NULL, command_id uuid NOT NULL)`;

const INSERT = `INSERT INTO naive_event (stream, revision, id, command_id)
  SELECT $1, coalesce((SELECT max(revision) + 1 FROM naive_event WHERE stream = $1), 0), $2, $3
  RETURNING position, revision`;
const SELECT = 'SELECT * FROM naive_event WHERE position > $1 ORDER BY position LIMIT 500';
const POLL_ms = 1;

interface Row {
  position: string;
  stream: string;
  revision: number;
  id: string;
  command_id: string;
}

export function createNaiveStore(url: string) {
  const pool = createPool({ url, max: 20 });
  const read = async (after: number): Promise<StoredEvent[]> => {
    const { rows } = await pool.query<Row>(SELECT, [after]);
    return rows.map(
      (row) =>
        ({
          ...row,
          position: Number(row.position),
          meta: { commandId: row.command_id },
        }) as unknown as StoredEvent,
    );
  };
  return {
    async append({ commandId, streams }: AppendRequest): Promise<AppendResult> {
      const { stream, events } = streams[0]!;
      const { rows } = await pool.query<Row>(INSERT, [stream, events[0]!.id, commandId]);
      const [position, revision] = [Number(rows[0]!.position), rows[0]!.revision];
      return { status: 'appended', first: position, last: position, revisions: { [stream]: revision } };
    },
    readAll: ({ after }: { after: number; limit: number }) => read(after),
    subscribe({
      after,
      handler,
    }: {
      after: number;
      handler: (batch: readonly StoredEvent[], reached: number) => Promise<void>;
    }): Subscription {
      const stopping = new AbortController();
      const loop = async (): Promise<void> => {
        for (let cursor = after; !stopping.signal.aborted;) {
          const batch = await read(cursor);
          cursor = batch.at(-1)?.position ?? cursor;
          if (batch.length > 0) await handler(batch, cursor);
          else await pause(POLL_ms, stopping.signal);
        }
      };
      const done = loop();
      return {
        done,
        stop: () => {
          stopping.abort();
          return done;
        },
      };
    },
    close: () => pool.end(),
  };
}
