import type { EventArchive } from '@huiyin/event-store';
import type { Pool, PoolClient } from 'pg';
import type { About, BackedUp } from './backup';
import { BackupUnusable, NotEmpty } from './errors';
import { fromRow } from './events';
import { readBackup } from './read';
import { isEmpty, writeRows, type KeptTable, type TextRow } from './tables';

export interface RestoreOptions {
  file: string;
  /** Of a database with its schemas made and nothing in them. */
  pool: Pool;
  /** The store that gets the events; on PostgreSQL in the transaction of the client. */
  openArchive: (client: PoolClient) => Promise<EventArchive>;
  tables: readonly KeptTable[];
  /** Asked before anything is written, with the first row of each table: rejects where the backup cannot be used here. */
  judge: (first: ReadonlyMap<string, Readonly<Record<string, string | null>>>) => Promise<void>;
  /** In the same transaction, at its end, with the restored head. */
  settle: (client: PoolClient, head: number) => Promise<void>;
  onProgress?: (events: number, of: number) => void;
}

export interface Restored extends About {
  events: number;
  head: number;
}

/**
 * Reads the file twice: whole, to know that it is good, then to write. On PostgreSQL it is all or nothing. Rejects with
 * BackupUnusable or NotEmpty before anything is written.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const known = await look(options);
  const client = await options.pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const archive = await options.openArchive(client);
    try {
      await assertEmpty(client, archive, options.tables);
      const head = await write(client, archive, options, known.events);
      await options.settle(client, head);
      await client.query('COMMIT');
      return { createdAt: known.createdAt, events: known.events, head };
    } finally {
      await archive.close();
    }
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The whole file, without keeping it. */
async function look({ file, tables, judge }: RestoreOptions): Promise<About & BackedUp> {
  const first = new Map<string, Readonly<Record<string, string | null>>>();
  let about: About | undefined;
  let end: BackedUp | undefined;
  let events = 0;
  for await (const { kind, rows } of readBackup(file)) {
    if (kind === 'about') about = rows[0] as About;
    else if (kind === 'end') end = rows[0] as BackedUp;
    else if (kind === 'events') events += rows.length;
    else {
      const table = tableOf(file, kind, tables);
      const [columns, row] = rows as [string[], TextRow | undefined];
      if (row && !first.has(table.name))
        first.set(table.name, Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])));
    }
  }
  if (!about || !end || end.events !== events)
    throw new BackupUnusable('backup-damaged', `${file} does not hold what it says`);
  await judge(first);
  return { ...about, ...end };
}

function tableOf(file: string, kind: string, tables: readonly KeptTable[]): KeptTable {
  const table = tables.find(({ name }) => kind === `table ${name}`);
  if (table) return table;
  throw new BackupUnusable('backup-too-new', `${file} holds "${kind}", which this version does not know`);
}

async function assertEmpty(
  client: PoolClient,
  archive: EventArchive,
  tables: readonly KeptTable[],
): Promise<void> {
  if ((await archive.head()) > 0) throw new NotEmpty('the event store holds events');
  for (const table of tables)
    if (!(await isEmpty(client, table))) throw new NotEmpty(`${table.name} holds rows`);
}

async function write(
  client: PoolClient,
  archive: EventArchive,
  { file, tables, onProgress }: RestoreOptions,
  of: number,
): Promise<number> {
  let done = 0;
  for await (const { kind, rows } of readBackup(file)) {
    if (kind === 'events') {
      await archive.write(rows.map(fromRow));
      onProgress?.((done += rows.length), of);
    } else if (kind !== 'about' && kind !== 'end') {
      const [columns, ...values] = rows as [string[], ...TextRow[]];
      await writeRows(client, tableOf(file, kind, tables), columns, values);
    }
  }
  for (const { afterRestore } of tables) if (afterRestore) await client.query(afterRestore);
  return archive.head();
}
