import { pause, systemClock, type Clock, type Log } from '@huiyin/kernel';
import type { EventStore } from '@huiyin/event-store';
import type { View } from '@huiyin/read-models';
import {
  adoptedUntil,
  ProjectionOvertaken,
  flush,
  foldBatch,
  known,
  makeIndexes,
  openLive,
  READ_MAX_events,
  rebuild,
  replay,
  startOf,
  type AdoptedRules,
  type LogEvent,
  type Sheet,
} from '@huiyin/read-models/engine';
import type { Pool } from 'pg';
import { createTurns, waitUntil } from './waiting';

const RETRY_MIN_ms = 50;
const RETRY_MAX_ms = 5_000;

export interface ProjectorOptions {
  store: EventStore;
  /** Logs in as the owner of the schema `views`; the projector makes and swaps its tables. */
  pool: Pool;
  views: readonly View[];
  log: Log;
  /** For `lag`. */
  clock?: Clock;
}

export interface Projector {
  /** Opens or makes the tables, so that queries can be asked; then catches up and follows in the background. */
  start(): Promise<void>;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  /** The position that every view has written. */
  reached(): number;
  /** True as soon as every view has written this position, false after the time. */
  waitFor(position: number, timeout_ms: number): Promise<boolean>;
  /** Events not yet written, and how long the oldest of them has been in the log. */
  lag(): Promise<{ events: number; seconds: number }>;
  /** Called after every write, with the position reached. Answers how to stop that. */
  onBatch(listener: (position: number) => void): () => void;
  /** Fills one view anew beside the live one and swaps it; resolves when queries see the new one. */
  rebuild(name: string): Promise<void>;
}

/** The message only: what the server tells beside it may quote a row. */
const projectionFailed = (what: string, failures: number, error: unknown) => ({
  code: 'projection-failed',
  what,
  failures,
  reason: error instanceof Error ? error.message : String(error),
  cause: error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined,
});

interface Run extends Required<ProjectorOptions> {
  signal: AbortSignal;
  listeners: Set<(position: number) => void>;
  /** What is written to, one for each view that is up to date enough to go on with. */
  sheets: readonly Sheet[];
  written: number;
  /** Folding and swapping never overlap. */
  exclusively: ReturnType<typeof createTurns>;
  /** Ends when no view is being filled beside the live one. */
  filling: Promise<unknown>;
}

/** Pumps the log into every view. Two of them may run: the checkpoint decides which batch counts. */
export function createProjector(options: ProjectorOptions): Projector {
  const { store, views, clock = systemClock } = options;
  const stopping = new AbortController();
  const run: Run = {
    ...options,
    clock,
    signal: stopping.signal,
    listeners: new Set(),
    sheets: [],
    written: 0,
    exclusively: createTurns(),
    filling: Promise.resolve(),
  };
  let running: Promise<unknown> = Promise.resolve();
  return {
    async start() {
      await open(run, views);
      running = keep(run, 'pump', (again) => live(run, again));
    },
    async stop() {
      stopping.abort();
      await Promise.all([running, run.filling]);
    },
    reached: () => run.written,
    waitFor: (position, timeout_ms) =>
      waitUntil(() => run.written >= position, run.listeners, timeout_ms, run.signal),
    async lag() {
      const events = Math.max(0, (await store.head()) - run.written);
      const [oldest] = events > 0 ? await store.readAll({ after: run.written, limit: 1 }) : [];
      const since_ms = oldest ? clock.now().getTime() - Date.parse(oldest.recordedAt) : 0;
      return { events, seconds: Math.max(0, since_ms / 1_000) };
    },
    onBatch(listener) {
      run.listeners.add(listener);
      return () => void run.listeners.delete(listener);
    },
    async rebuild(name) {
      const view = views.find((one) => one.name === name);
      if (!view) throw new RangeError(`no such view: ${name}`);
      const done = run.filling.then(() => fill(run, [view]));
      run.filling = done.catch(() => undefined);
      await done;
    },
  };
}

function tell(run: Run): void {
  const position = Math.min(...run.sheets.map((sheet) => sheet.written));
  if (run.sheets.length === 0 || position === run.written) return;
  run.written = position;
  for (const listener of [...run.listeners]) listener(position);
}

/** Opens what can be gone on with; the other views are filled anew beside what queries see. */
async function open(run: Run, wanted: readonly View[]): Promise<void> {
  const opened: Sheet[] = [];
  const outdated: View[] = [];
  for (const view of wanted) {
    const found = await openLive(run.pool, run.store, view);
    if (found.state === 'live') opened.push(found.sheet);
    else {
      outdated.push(view);
      run.log.warn({ code: found.why, view: view.name }, 'the view is filled anew beside the live one');
    }
  }
  run.sheets = opened;
  tell(run);
  if (outdated.length > 0) run.filling = run.filling.then(() => keep(run, 'fill', () => fill(run, outdated)));
}

const fill = (run: Run, outdated: readonly View[]): Promise<void> =>
  rebuild(run, outdated, (finish) =>
    run.exclusively(async () => {
      const filled = await finish();
      const names = new Set(filled.map(({ view }) => view.name));
      run.sheets = [...run.sheets.filter(({ view }) => !names.has(view.name)), ...filled];
      tell(run);
    }),
  );

/** Catches up in large steps, then follows. Resolves when stopped. */
async function pump(run: Run): Promise<void> {
  const { store, pool, signal, exclusively } = run;
  if (run.sheets.length === 0) await run.filling;
  if (signal.aborted) return;
  const rules = await adoptedUntil(store, startOf(run.sheets));
  await exclusively(async () => {
    await replay({ store, pool, sheets: run.sheets, rules, signal, onWritten: () => tell(run) });
    for (const sheet of run.sheets) await makeIndexes(pool, sheet);
  });
  const subscription = store.subscribe({
    after: startOf(run.sheets),
    batchMax: READ_MAX_events,
    handler: (batch) => exclusively(() => apply(run, known(batch), rules)),
  });
  const stop = (): void => void subscription.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  await subscription.done;
}

async function apply(run: Run, batch: readonly LogEvent[], rules: AdoptedRules): Promise<void> {
  const last = batch.at(-1);
  if (!last) return;
  await foldBatch(run.pool, run.sheets, rules, batch);
  await flush(run.pool, run.sheets, last.id);
  tell(run);
}

/** Tries until it succeeds or the projector stops: a database that went away comes back. */
async function keep(
  { signal, log }: Run,
  what: string,
  work: (again: boolean) => Promise<void>,
): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    try {
      await work(failures > 0);
      return;
    } catch (error) {
      failures += 1;
      if (!(error instanceof ProjectionOvertaken)) log.error(projectionFailed(what, failures, error));
      await pause(Math.min(RETRY_MAX_ms, RETRY_MIN_ms * 2 ** Math.min(failures, 20)), signal);
    }
  }
}

async function live(run: Run, again: boolean): Promise<void> {
  if (again)
    await run.exclusively(() =>
      open(
        run,
        run.sheets.map(({ view }) => view),
      ),
    );
  await pump(run);
}
