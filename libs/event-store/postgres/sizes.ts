import type { Pool } from 'pg';

/** What lies on disk for the log: the table, its long values (TOAST), each index. */
export interface LogSizes {
  events: number;
  parts: readonly { name: string; bytes: number }[];
}

const HEAD = 'SELECT coalesce(max(position), 0)::text AS events FROM event_store.event';

const PARTS = `SELECT 'events (table)' AS name, pg_table_size(t.oid) - coalesce(pg_total_relation_size(nullif(t.reltoastrelid, 0)), 0) AS bytes, 0 AS place
    FROM pg_class t WHERE t.oid = 'event_store.event'::regclass
  UNION ALL
  SELECT 'long values (TOAST)', coalesce(pg_total_relation_size(nullif(t.reltoastrelid, 0)), 0), 1
    FROM pg_class t WHERE t.oid = 'event_store.event'::regclass
  UNION ALL
  SELECT c.relname || ' (index)', pg_relation_size(c.oid), 2
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'event_store.event'::regclass
  ORDER BY place, name`;

export async function logSizes(pool: Pool): Promise<LogSizes> {
  const { rows: heads } = await pool.query<{ events: string }>(HEAD);
  const { rows } = await pool.query<{ name: string; bytes: string }>(PARTS);
  return {
    events: Number(heads[0]!.events),
    parts: rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })),
  };
}
