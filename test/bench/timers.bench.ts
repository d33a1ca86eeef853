import { createExecute } from '@huiyin/command-handler';
import { aggregates, EVERY_OFFICE } from '@huiyin/domain';
import {
  createPostgresEventStore,
  migrateEventStore,
  type EventStore,
  type NewEvent,
} from '@huiyin/event-store';
import { createPool } from '@huiyin/database';
import { deterministicId, ManualClock, silentLog, uuidv7 } from '@huiyin/kernel';
import {
  createLogConsumer,
  createMemoryCursors,
  createMemoryLease,
  createMemoryParkingLot,
} from '@huiyin/messaging';
import { bundledRules, due, duties } from '@huiyin/policy';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { startEscalation } from '../../apps/escalation/escalation';
import { pendingSteps } from '../../apps/escalation/plan';
import { migrateEscalation, postgresTimers } from '../../apps/escalation/timers';
import { toMessages } from '../../apps/publisher/to-messages';
import { withPostgres } from './shared/postgres';
import { RECEIVER } from './shared/receiver';
import { median, quantile } from './shared/stats';
import { printTable } from './shared/table';

const DUE = 100_000;
const LIVE = 1_000_000;
const STREAMS_PER_APPEND = 500;
/** Clerks at work meanwhile: one command each 20 ms. */
const COMMAND_EVERY_ms = 20;
const BASELINE_COMMANDS = 250;

const RECEIVED = '2026-03-02T02:00:00.000Z';
const BEFORE_DUE = '2026-03-17T15:00:00.000Z';
const AFTER_DUE = '2026-03-17T16:30:00.000Z';

/** 100,000 duties fall due at one instant among a million live timers, while commands go on. */
export async function run(): Promise<void> {
  await withPostgres(async (makeUrl) => {
    const url = makeUrl();
    await migrateEventStore(url);
    await migrateEscalation(url);
    const store = createPostgresEventStore({ url });
    const pool = createPool({ url });
    await fill(store, pool);
    await measure(store, pool);
    await store.close();
    await pool.end();
  });
}

async function measure(store: EventStore, pool: Pool): Promise<void> {
  const clock = new ManualClock(BEFORE_DUE);
  const rules = { current: () => bundledRules, reached: () => Promise.resolve() };
  const offices = EVERY_OFFICE;
  const refresh = () => Promise.resolve();
  const execute = createExecute({
    store,
    clock,
    rules: rules.current,
    offices,
    refresh,
    seal: async (_, events) => [...events],
  });
  const cursors = createMemoryCursors();
  await cursors.save('escalation', await store.head());
  const consumer = createLogConsumer({
    store,
    toMessages,
    cursors,
    lot: createMemoryParkingLot(),
    lease: createMemoryLease(),
  });
  const directory = {
    ...offices,
    superior: () => undefined,
    successor: (office: string) => office,
    reached: refresh,
    stop: refresh,
  };
  const timers = postgresTimers(pool);
  const escalation = startEscalation({
    consumer,
    store,
    timers,
    execute,
    rules,
    directory,
    clock,
    log: silentLog,
    ticking: false,
  });

  const early = await escalation.fireDue();
  const quiet = await commandLatencies(execute, BASELINE_COMMANDS, () => false);
  clock.moveTo(AFTER_DUE);
  let firing = true;
  const begun = performance.now();
  const busy = commandLatencies(execute, Infinity, () => !firing);
  const fired = await escalation.fireDue();
  const seconds = (performance.now() - begun) / 1_000;
  firing = false;
  const latencies = await busy;
  await escalation.stop();
  const { rows } = await pool.query<{ breached: string; once: string }>(
    `SELECT count(*) AS breached, count(DISTINCT stream) AS once FROM event_store.event WHERE type = 'DutyBreached'`,
  );
  printTable(`timers: ${DUE.toLocaleString('en-US')} due at once, ${LIVE.toLocaleString('en-US')} live`, [
    {
      'fired early': early,
      fired,
      'breaches recorded': Number(rows[0]!.breached),
      'cases breached': Number(rows[0]!.once),
      seconds,
      'timers/s': fired / seconds,
    },
  ]);
  const row = (when: string, values: readonly number[]) => ({
    commands: when,
    count: values.length,
    'p50 ms': median(values),
    'p99 ms': quantile(values, 0.99),
    ratio: median(values) / median(quiet),
  });
  printTable('commands meanwhile', [row('before', quiet), row('while escalating', latencies)]);
}

type Execute = ReturnType<typeof createExecute>;

async function commandLatencies(execute: Execute, count: number, ended: () => boolean): Promise<number[]> {
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const one = async (): Promise<void> => {
    const begun = performance.now();
    const id = randomUUID();
    const data = aggregates.cases.commands['RegisterCase']!.parse(form);
    await execute({
      aggregate: aggregates.cases,
      id,
      type: 'RegisterCase',
      data,
      commandId: randomUUID(),
      actor: 'bench',
    });
    latencies.push(performance.now() - begun);
  };
  for (let sent = 0; sent < count && !ended(); sent++) {
    running.push(one());
    await new Promise((resolve) => setTimeout(resolve, COMMAND_EVERY_ms));
  }
  await Promise.all(running);
  return latencies;
}

const form = {
  channel: 'letter',
  category: 'housing',
  title: '电梯停运',
  place: '东湖区',
  claims: [{ summary: '修好电梯' }],
  receiver: RECEIVER,
};

/** The cases that will be due, with their timers, and as many timers again as make up the rest. */
async function fill(store: EventStore, pool: Pool): Promise<void> {
  const ids = Array.from({ length: DUE }, (_, index) => deterministicId('timers bench', index));
  for (let from = 0; from < DUE; from += STREAMS_PER_APPEND) {
    const streams = ids.slice(from, from + STREAMS_PER_APPEND).map((id) => ({
      stream: `case-${id}`,
      expectedRevision: 'none' as const,
      events: [registered()],
    }));
    await store.append({ commandId: randomUUID(), streams });
  }
  await saveTimers(store, pool);
  await pool.query(
    `INSERT INTO escalation.timer (stream, next_at, revision)
     SELECT 'case-' || gen_random_uuid(), $1::timestamptz + make_interval(mins => n), 0 FROM generate_series(1, $2::integer) n`,
    [AFTER_DUE, LIVE - DUE],
  );
  await pool.query('ANALYZE');
}

const PAGE = 5_000;

async function saveTimers(store: EventStore, pool: Pool): Promise<void> {
  for (let after = 0; ;) {
    const page = await store.readAll({ after, limit: PAGE });
    const timers = page.map((event) => {
      // The reminder before the due time has been sent.
      const fired = due(duties([event], bundledRules), BEFORE_DUE).map(({ commandId }) => commandId);
      return {
        stream: event.stream,
        nextAt: pendingSteps({ duties: duties([event], bundledRules), orders: [] }, fired)[0]!.at,
        fired: fired.join(','),
      };
    });
    if (timers.length === 0) return;
    await pool.query(
      `INSERT INTO escalation.timer (stream, next_at, fired, revision)
       SELECT stream, at, string_to_array(fired, ',')::uuid[], 0
       FROM unnest($1::text[], $2::timestamptz[], $3::text[]) AS t (stream, at, fired)`,
      [
        timers.map(({ stream }) => stream),
        timers.map(({ nextAt }) => nextAt),
        timers.map(({ fired }) => fired),
      ],
    );
    after = page.at(-1)!.position;
  }
}

function registered(): NewEvent {
  const commandId = randomUUID();
  const at = new Date(RECEIVED);
  const meta = {
    actor: 'bench',
    office: RECEIVER,
    commandId,
    correlationId: commandId,
    policy: 'xinfang-2022@2',
    calendar: 'cn@1',
  };
  const data = {
    ...form,
    pack: 'xinfang-2022@2',
    claims: [{ id: 'c1', kind: 'claim', summary: '修好电梯' }],
    kind: 'individual',
    persons: 1,
    representatives: 1,
    reachable: true,
    receivedAt: RECEIVED,
  };
  return {
    id: uuidv7(at),
    type: 'CaseRegistered',
    version: 1,
    data,
    meta,
    occurredAt: RECEIVED,
    recordedAt: RECEIVED,
  };
}
