import { createExecute, followDirectory, followRules, type Execute } from '@huiyin/command-handler';
import { createPool } from '@huiyin/database';
import { aggregates, type AggregatePath } from '@huiyin/domain';
import { createMemoryEventStore, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { DAY_ms, ManualClock, silentLog, type Clock } from '@huiyin/kernel';
import {
  createLogConsumer,
  createMemoryCursors,
  createMemoryLease,
  createMemoryParkingLot,
  type CursorStore,
  type LogConsumption,
} from '@huiyin/messaging';
import { bundledCalendars, bundledPacks, type RuleBook } from '@huiyin/policy';
import { inMemoryPrivacy } from '@huiyin/privacy';
import { createTestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { toMessages } from '../publisher/to-messages';
import { ACTOR } from './act';
import { startEscalation, type Escalation, type EscalationDeps } from './escalation';
import { migrateEscalation, postgresTimers, type Timers } from './timers';

/** A petition for the specs in which it does not matter what about. */
export const WATER_CUT = {
  channel: 'online',
  category: 'water',
  title: '停水',
  place: '南湖街道',
  claims: [{ summary: '恢复供水' }],
  receiver: 'petitions',
};

/** Noon of a Monday in Beijing. */
export const START = '2026-03-02T04:00:00.000Z';

export interface Process {
  escalation: Escalation;
  /** Has followed the log to its end. */
  caughtUp(): Promise<void>;
}

export interface Bench {
  store: EventStore;
  clock: ManualClock;
  pool: Pool;
  timers: Timers;
  execute: Execute;
  rules(): RuleBook;
  /** One more escalation process on the same log and timers. */
  start(changes?: Partial<EscalationDeps> & { cursors?: CursorStore }): Process;
  /** Gives a command, at the clock's time. */
  give(path: AggregatePath, id: string, type: string, data?: object, office?: string): Promise<void>;
  /** Moves the clock to so many days after START, stopping wherever a timer falls due. */
  toDay(day: number, ...processes: Process[]): Promise<void>;
  /** What escalation has written since the case began, `type of office`. */
  steps(): Promise<string[]>;
  escalated(): Promise<StoredEvent[]>;
  close(): Promise<void>;
}

/** Escalation on a log in memory and its timers in PostgreSQL; the offices are registered and the packs adopted. */
export async function createBench(now: Clock | ManualClock = new ManualClock(START)): Promise<Bench> {
  const database = await createTestDatabase();
  await migrateEscalation(database.url);
  const pool = createPool({ url: database.url });
  const clock = now as ManualClock;
  const store = createMemoryEventStore();
  const privacy = await inMemoryPrivacy();
  const [rules, directory] = [await followRules(store), await followDirectory(store)];
  const execute: Execute = createExecute({
    store,
    clock,
    rules: rules.current,
    offices: directory,
    async refresh() {
      const head = await store.head();
      await Promise.all([rules.reached(head), directory.reached(head)]);
    },
    seal: (stream, events) => privacy.sealEvents(stream, events),
  });
  const timers = postgresTimers(pool);
  const consumers: { close(): Promise<void> }[] = [];
  const running: Escalation[] = [];

  const give: Bench['give'] = async (path, id, type, data = {}, office) => {
    const aggregate = aggregates[path];
    const parsed = aggregate.commands[type]!.parse(data);
    const outcome = await execute({
      aggregate,
      id,
      type,
      data: parsed,
      commandId: randomUUID(),
      actor: 'clerk',
      office,
    });
    if (outcome.status !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`);
  };
  for (const calendar of bundledCalendars)
    await give('calendars', calendar.id, 'AdoptCalendar', { calendar });
  for (const pack of bundledPacks) await give('policies', pack.id, 'AdoptPolicy', { pack });
  const city = { level: 'city', territory: 'city' };
  for (const [id, superior] of [
    ['government'],
    ['petitions', 'government'],
    ['housing', 'government'],
    ['water', 'government'],
  ]) {
    await give('offices', id!, 'RegisterOffice', { ...city, name: { zh: id, en: id }, superior });
  }
  const setUp = await store.head();

  const escalated = async (): Promise<StoredEvent[]> =>
    (await store.readAll({ after: setUp, limit: 10_000 })).filter(({ meta }) => meta.actor === ACTOR);
  return {
    store,
    clock,
    pool,
    timers,
    execute,
    rules: rules.current,
    give,
    start({ cursors = createMemoryCursors(), ...changes } = {}) {
      const log = silentLog;
      const [lot, lease] = [createMemoryParkingLot(), createMemoryLease()];
      const consumer = createLogConsumer({ store, toMessages, cursors, lot, lease, log });
      const deps = {
        consumer,
        store,
        timers,
        execute,
        rules,
        directory,
        clock,
        log,
        ticking: false,
        ...changes,
      };
      const escalation = startEscalation(deps);
      consumers.push(consumer);
      running.push(escalation);
      const consumption = escalation.consumption as LogConsumption;
      return { escalation, caughtUp: async () => consumption.waitFor(await store.head()) };
    },
    async toDay(day, ...processes) {
      const target = new Date(Date.parse(START) + day * DAY_ms).toISOString();
      const settle = async (): Promise<void> => {
        for (;;) {
          await Promise.all(processes.map((process) => process.caughtUp()));
          const fired = await Promise.all(processes.map(({ escalation }) => escalation.fireDue()));
          if (fired.every((count) => count === 0)) return;
        }
      };
      await settle();
      for (let next = await timers.nextAt(); next && next <= target; next = await timers.nextAt()) {
        clock.moveTo(next);
        await settle();
      }
      clock.moveTo(target);
    },
    steps: async () =>
      (await escalated()).map(({ type, data, meta }) => {
        const { office = meta.office, rule = '' } = data as { office?: string; rule?: string };
        return [type, office, rule].filter(Boolean).join(' ');
      }),
    escalated,
    async close() {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all(consumers.map((one) => one.close()));
      await Promise.all([rules.stop(), directory.stop()]);
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}
