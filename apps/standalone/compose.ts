import type { AuditLog } from '@huiyin/audit';
import {
  createMemoryLease,
  createLogConsumer,
  createPostgresCursors,
  createPostgresParkingLot,
  migrateMessaging,
  type Consumer,
  type LogConsumption,
} from '@huiyin/messaging';
import type { Log } from '@huiyin/kernel';
import { migrateReadModels, openReadModels } from '@huiyin/read-models';
import { viewsReached } from '@huiyin/read-models/channel';
import { createViewsFeed, type ViewsFeed } from '@huiyin/read-models/views-feed';
import {
  adoptBundled,
  createPlatform,
  mayTellOf,
  observedConsumer,
  observeOverdue,
  observeParked,
  parkedIn,
  startAudit,
  type AuditConfig,
  type DeliveryConfig,
  type Parked,
  type Platform,
} from '@huiyin/runtime';
import type { DataSource } from 'typeorm';
import { startEscalation, type Escalation } from '../escalation/escalation';
import { startRhythm, type RunningRhythm } from '../escalation/rhythm/rhythm';
import { migrateEscalation, postgresTimers } from '../escalation/timers';
import { configuredChannels } from '../notification/configured-channels';
import type { Notices } from '../notification/notices.controller';
import { startNotification, type RunningNotification } from '../notification/notification';
import { migrateNotification } from '../notification/schema';
import type { Projector } from '../projector/projector';
import { projectorOf } from '../projector/projector.module';
import { toMessages } from '../publisher/to-messages';
import type { StandaloneClock } from './clock';

/** Every service of Huiyin, wired in one process. */
export interface City {
  platform: Platform;
  projector: Projector;
  escalation: Escalation;
  rhythm: RunningRhythm;
  views: DataSource;
  feed: ViewsFeed;
  parked: Parked;
  /** Undefined where the events are not in PostgreSQL. */
  audit: AuditLog;
  notices: Notices;
  /** Takes every step that is due and the steps that follow, and issues every list; answers how many there were. */
  settle(): Promise<number>;
  /** Resolves when the views show everything that is in the log. */
  viewsCaughtUp(): Promise<void>;
  /** The city is open: notices go out, and on the real clock timers fire by themselves. */
  open(onRealClock: boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface CityOptions {
  databaseUrl: string;
  masterKeyFile: string;
  clock: StandaloneClock;
  log: Log;
  delivery: DeliveryConfig;
  audit: AuditConfig;
  /** Where checkpoint and leaves are kept. */
  auditFolder: string;
}

const POOL_MAX = 20;
const VIEWS_WAIT_ms = 60_000;

async function migrateAll(databaseUrl: string): Promise<void> {
  await migrateMessaging(databaseUrl);
  await migrateEscalation(databaseUrl);
  await migrateNotification(databaseUrl);
  await migrateReadModels(databaseUrl);
}

/** The same messages as Kafka carries, straight from the log: one process needs no broker. */
function consumerOf({ store, pool, metrics, clock, log }: Platform, parked: Parked): Consumer {
  const { lot } = parked;
  observeParked(metrics, parked);
  const cursors = createPostgresCursors(pool);
  const consumer = createLogConsumer({ store, toMessages, cursors, lot, lease: createMemoryLease(), log });
  return observedConsumer(consumer, { metrics, clock, parked });
}

export async function composeCity({ delivery, ...options }: CityOptions): Promise<City> {
  const { databaseUrl, clock, log } = options;
  const platform = await createPlatform({ ...options, poolMax: POOL_MAX });
  await migrateAll(databaseUrl);
  await adoptBundled(platform);
  const { audit: config, auditFolder: folder, masterKeyFile } = options;
  const audit = await startAudit(platform, { config, masterKeyFile, folder });
  const { store, pool, rules, directory, execute, privacy, metrics } = platform;
  const parked = parkedIn(createPostgresParkingLot(pool));
  const consumer = consumerOf(platform, parked);
  const timers = postgresTimers(pool);
  await timers.endLeases();
  const views = await openReadModels(databaseUrl);
  observeOverdue(metrics, views, clock);
  const projector = projectorOf(platform);
  await projector.start();
  const feed = createViewsFeed(databaseUrl, () => viewsReached(pool), log);
  const deps = { consumer, store, timers, execute, rules, directory, clock, log };
  let escalation = startEscalation({ ...deps, ticking: false });
  const shown = (position: number): Promise<boolean> => projector.waitFor(position, VIEWS_WAIT_ms);
  const rhythmDeps = { store, views, shown, execute, rules, directory, clock, log };
  let rhythm = await startRhythm({ ...rhythmDeps, ticking: false });
  let notification: RunningNotification | undefined;

  const settle = async (): Promise<number> => {
    let fired = 0;
    for (;;) {
      await (escalation.consumption as LogConsumption).waitFor(await store.head());
      const now = (await escalation.fireDue()) || (await rhythm.issueDue());
      if (now === 0) break;
      fired += now;
    }
    return fired;
  };
  return {
    platform,
    projector,
    get escalation() {
      return escalation;
    },
    get rhythm() {
      return rhythm;
    },
    views,
    feed,
    parked,
    audit,
    notices: { pool, requeue: async (caseId) => (await notification?.requeue(caseId)) ?? 0 },
    settle,
    async viewsCaughtUp() {
      await projector.waitFor(await store.head(), VIEWS_WAIT_ms);
    },
    async open(onRealClock) {
      if (onRealClock) {
        await escalation.stop();
        escalation = startEscalation({ ...deps, ticking: true });
        await rhythm.stop();
        rhythm = await startRhythm({ ...rhythmDeps, ticking: true });
      }
      const channels = configuredChannels(delivery);
      const language = delivery.HUIYIN_LANGUAGE;
      notification = startNotification({
        ...{ consumer, pool, privacy, channels, clock, log, language },
        timeZone: platform.timeZone,
        mayTell: mayTellOf(platform),
      });
    },
    async stop() {
      await rhythm.stop();
      await escalation.stop();
      await notification?.stop();
      await consumer.close();
      await audit.stop();
      await projector.stop();
      await feed.stop();
      await views.destroy();
      await platform.close();
    },
  };
}
