import type { EventStore } from '@huiyin/event-store';
import type { Pool, PoolClient } from 'pg';
import { createIndexes, createTable, publish, SCHEMA, tableNames } from './ddl';
import { openSheet, type Sheet } from './sheet';
import type { View } from './view';

/** How long a swap waits for running queries before it lets the others pass and tries again. */
const SWAP_LOCK_ms = 1_000;
const SWAP_TRIES_MAX = 60;

interface Checkpoint {
  table_name: string;
  version: number;
  live: boolean;
  position: string;
  last_event: string | null;
}

const readCheckpoints = async (pool: Pool, view: View): Promise<Checkpoint[]> =>
  (
    await pool.query<Checkpoint>(
      `SELECT table_name, version, live, position::text, last_event FROM ${SCHEMA}.checkpoint WHERE view = $1`,
      [view.name],
    )
  ).rows;

/** Whether the log still holds the event that was folded last: a restored log may be shorter, or another one. */
async function isOf(store: EventStore, { position, last_event }: Checkpoint): Promise<boolean> {
  const at = Number(position);
  if (at === 0) return true;
  const [event] = await store.readAll({ after: at, inclusive: true, limit: 1 });
  return event?.position === at && event.id === last_event;
}

export type Opened =
  { state: 'live'; sheet: Sheet } | { state: 'outdated'; why: 'version' | 'views-beyond-log' };

/** The live table of a view if it can be gone on with; makes and publishes an empty one where there is none. */
export async function openLive(pool: Pool, store: EventStore, view: View): Promise<Opened> {
  const checkpoints = await readCheckpoints(pool, view);
  const live = checkpoints.find((one) => one.live);
  if (!live) {
    const sheet = await createBeside(pool, view);
    await swap(pool, sheet);
    return { state: 'live', sheet };
  }
  if (live.version !== view.version) return { state: 'outdated', why: 'version' };
  if (!(await isOf(store, live))) return { state: 'outdated', why: 'views-beyond-log' };
  return { state: 'live', sheet: openSheet(view, live.table_name, Number(live.position)) };
}

/** An empty table beside the live one; what an earlier attempt left half-filled is dropped. */
export async function createBeside(pool: Pool, view: View): Promise<Sheet> {
  const checkpoints = await readCheckpoints(pool, view);
  const taken = checkpoints.find(({ live }) => live)?.table_name;
  const table = tableNames(view).find((name) => name !== taken)!;
  await inTransaction(pool, async (client) => {
    for (const { table_name, live } of checkpoints) if (!live) await drop(client, table_name);
    await client.query(`DROP TABLE IF EXISTS ${SCHEMA}.${table}`);
    await client.query(createTable(table, view.table));
    await client.query(
      `INSERT INTO ${SCHEMA}.checkpoint (table_name, view, version, live, position) VALUES ($1, $2, $3, false, 0)`,
      [table, view.name, view.version],
    );
  });
  return openSheet(view, table, 0);
}

async function drop(client: PoolClient, table: string): Promise<void> {
  await client.query(`DELETE FROM ${SCHEMA}.checkpoint WHERE table_name = $1`, [table]);
  await client.query(`DROP TABLE IF EXISTS ${SCHEMA}.${table}`);
}

/** The indexes that only queries need: cheaper to make at once when the table is full. */
export async function makeIndexes(pool: Pool, { view, table }: Sheet): Promise<void> {
  const statements = createIndexes(table, view.table);
  if (statements !== '') await pool.query(statements);
}

/**
 * Makes a filled table the live one. Queries that run keep the old table until they end, those that follow see the new
 * one; none fails. Rejects when queries have held the old one for a minute.
 */
export async function swap(pool: Pool, { view, table }: Sheet): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await inTransaction(pool, (client) => swapNow(client, view, table));
      return;
    } catch (error) {
      if (tries >= SWAP_TRIES_MAX || (error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

async function swapNow(client: PoolClient, view: View, table: string): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${SWAP_LOCK_ms}`);
  // The view before its table: the order in which queries lock them.
  await client.query(publish(view, table));
  // First none, then one: within a statement nobody promises in which order the rows are changed.
  const { rows } = await client.query<{ table_name: string }>(
    `UPDATE ${SCHEMA}.checkpoint SET live = false WHERE view = $1 RETURNING table_name`,
    [view.name],
  );
  await client.query(`UPDATE ${SCHEMA}.checkpoint SET live = true WHERE table_name = $1`, [table]);
  for (const { table_name } of rows) if (table_name !== table) await drop(client, table_name);
}

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    client.release(broken);
  }
}
