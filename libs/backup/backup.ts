import type { EventArchive } from '@huiyin/event-store';
import type { Pool } from 'pg';
import type { Writable } from 'node:stream';
import { eventsUpTo, toRow } from './events';
import { readTables, type KeptTable } from './tables';
import { createBackupWriter, type BackupWriter } from './write';

export interface BackupOptions {
  archive: EventArchive;
  /** Of the database that holds the kept tables. */
  pool: Pool;
  /** Read before the head is: what they say was done is in the log that is backed up. */
  ledgers: readonly KeptTable[];
  /** Read after the head is: what the log needs is among them. */
  keys: readonly KeptTable[];
  now: Date;
  onProgress?: (events: number, head: number) => void;
}

/** What a backup says of itself in its first chunk. */
export interface About {
  createdAt: string;
}

export interface BackedUp {
  events: number;
  head: number;
}

/** Writes while the system goes on; the events up to the head of a moment. The sink is the caller's to end. */
export async function backup(sink: Writable, options: BackupOptions): Promise<BackedUp> {
  const { archive, pool, ledgers, keys, now, onProgress } = options;
  const writer = await createBackupWriter(sink);
  await writer.write('about', [{ createdAt: now.toISOString() } satisfies About]);
  await writeTables(writer, pool, ledgers);
  const head = await archive.head();
  await writeTables(writer, pool, keys);
  let events = 0;
  for await (const piece of eventsUpTo(archive, head)) {
    await writer.write('events', piece.map(toRow));
    events += piece.length;
    onProgress?.(piece.at(-1)!.position, head);
  }
  await writer.write('end', [{ events, head } satisfies BackedUp]);
  return { events, head };
}

/** Each piece begins with the names of its columns. */
async function writeTables(writer: BackupWriter, pool: Pool, tables: readonly KeptTable[]): Promise<void> {
  for await (const { table, columns, rows } of readTables(pool, tables))
    await writer.write(`table ${table}`, [columns, ...rows]);
}
