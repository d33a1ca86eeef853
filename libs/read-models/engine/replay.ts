import type { EventStore } from '@huiyin/event-store';
import type { Pool } from 'pg';
import { flush } from './flush';
import { foldBatch } from './fold';
import { known } from './known';
import type { AdoptedRules } from './rules';
import { unwritten, type Sheet } from './sheet';
import type { LogEvent } from './view';

export const READ_MAX_events = 5_000;
/** Rows held back in memory during a replay: most rows change several times, and are then written once. */
export const UNWRITTEN_MAX_rows = 60_000;

export interface ReplayOptions {
  store: EventStore;
  pool: Pool;
  sheets: readonly Sheet[];
  rules: AdoptedRules;
  signal: AbortSignal;
  /** Called after each write. */
  onWritten?: () => void;
}

export const startOf = (sheets: readonly Sheet[]): number => Math.min(...sheets.map(({ folded }) => folded));

/**
 * Folds everything that is stored beyond the sheets, up to the head: the next batch is read, and the last one written,
 * while one is being folded. When it rejects, the sheets must be thrown away.
 */
export async function replay(options: ReplayOptions): Promise<void> {
  const { store, pool, sheets, rules, signal, onWritten } = options;
  const read = (after: number): Promise<LogEvent[]> => {
    const reading = store.readAll({ after, limit: READ_MAX_events }).then(known);
    reading.catch(() => undefined);
    return reading;
  };
  let writing: Promise<void> = Promise.resolve();
  const write = async (lastEvent: string): Promise<void> => {
    await writing;
    writing = flush(pool, sheets, lastEvent).then(onWritten);
    writing.catch(() => undefined);
  };
  let next = read(startOf(sheets));
  let unwrittenEvent: string | undefined;
  for (let more = true; more && !signal.aborted;) {
    const batch = await next;
    const last = batch.at(-1);
    if (!last) break;
    more = batch.length === READ_MAX_events;
    if (more) next = read(last.position);
    await foldBatch(pool, sheets, rules, batch);
    unwrittenEvent = last.id;
    const waiting = sheets.reduce((sum, sheet) => sum + unwritten(sheet), 0);
    if (waiting < UNWRITTEN_MAX_rows) continue;
    await write(last.id);
    unwrittenEvent = undefined;
  }
  if (unwrittenEvent !== undefined) await write(unwrittenEvent);
  await writing;
}
