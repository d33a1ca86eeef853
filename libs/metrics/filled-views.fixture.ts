import { createPool } from '@huiyin/database';
import { createMemoryEventStore } from '@huiyin/event-store';
import { migrateReadModels, openReadModels, VIEWS } from '@huiyin/read-models';
import {
  createAdoptedRules,
  flush,
  foldBatch,
  openLive,
  openSheet,
  type LogEvent,
  type Sheet,
} from '@huiyin/read-models/engine';
import { createTestDatabase } from '@huiyin/testing/database';
import { stored, type Told } from '@huiyin/testing/view';
import type { DataSource } from 'typeorm';

/** Read models that specs fill again and again, without a log of their own. */
export interface FilledViews {
  source: DataSource;
  /** Empties every view and projects these events; answers them as the log would hold them. */
  fill(events: readonly Told[]): Promise<readonly LogEvent[]>;
  close(): Promise<void>;
}

export async function openFilledViews(): Promise<FilledViews> {
  const database = await createTestDatabase();
  await migrateReadModels(database.url);
  const pool = createPool({ url: database.url });
  const source = await openReadModels(database.url);
  const tables: Sheet[] = [];
  for (const view of VIEWS) {
    const opened = await openLive(pool, createMemoryEventStore(), view);
    if (opened.state !== 'live') throw new Error(`${view.name}: ${opened.why}`);
    tables.push(opened.sheet);
  }
  return {
    source,
    async fill(told) {
      const events = stored(told) as readonly LogEvent[];
      await pool.query(`TRUNCATE ${tables.map(({ table }) => `views.${table}`).join(', ')}`);
      await pool.query('UPDATE views.checkpoint SET position = 0, last_event = NULL');
      const sheets = tables.map(({ view, table }) => openSheet(view, table, 0));
      await foldBatch(pool, sheets, createAdoptedRules(), events);
      await flush(pool, sheets, events.at(-1)!.id);
      return events;
    },
    async close() {
      await source.destroy();
      await pool.end();
      await database.drop();
    },
  };
}
