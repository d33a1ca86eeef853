import { createAttachments, migrateAttachments, sealedFiles, type Attachments } from '@huiyin/attachments';
import {
  createExecute,
  followDirectory,
  followRules,
  upcasting,
  type Directory,
  type Execute,
  type LiveRules,
} from '@huiyin/command-handler';
import { createPool } from '@huiyin/database';
import { openEventArchive, openEventStore, type EventArchive, type EventStore } from '@huiyin/event-store';
import type { Identify } from '@huiyin/access';
import type { Clock, Log } from '@huiyin/kernel';
import { createPrivacy, migratePrivacy, postgresKeyStore, type Privacy } from '@huiyin/privacy';
import type { Pool } from 'pg';
import { accessSchema, eventStoreSchema, readConfig, timeZoneSchema, type EventStoreChoice } from './config';
import { masterKeyOf } from './master-key';
import { createMetrics, type Metrics } from './metrics';
import { withNewSubject } from './new-subject';
import { createReadiness, type Readiness } from './readiness';

/** What every app stands on. */
export interface Platform {
  databaseUrl: string;
  log: Log;
  clock: Clock;
  pool: Pool;
  store: EventStore;
  /** Where the events are. */
  eventStore: 'postgres' | 'kurrentdb';
  /** The exact stored events, below the port. */
  openArchive(): Promise<EventArchive>;
  rules: LiveRules;
  directory: Directory;
  privacy: Privacy;
  attachments: Attachments;
  metrics: Metrics;
  readiness: Readiness;
  identify: Identify;
  /** IANA zone of the city: HUIYIN_TIME_ZONE. */
  timeZone: string;
  /** The way into the log. */
  execute: Execute;
  close(): Promise<void>;
}

export interface PlatformOptions {
  databaseUrl: string;
  masterKeyFile: string;
  log: Log;
  clock: Clock;
  /** By default what the environment says: EVENT_STORE, KURRENTDB_URL. */
  eventStore?: EventStoreChoice;
  /** Connections for everything but the event store. */
  poolMax?: number;
  /** By default what the environment says: HUIYIN_TIME_ZONE. */
  timeZone?: string;
  /** Who asks; by default what the environment says: HUIYIN_OIDC_ISSUER. */
  identify?: Identify;
}

/**
 * Migrates, then opens. Rejects with BadConfig, WrongMasterKey, WrongEventStore, SchemaTooNew, StoreUnavailable,
 * BadConnectionString or UnsupportedServer before any event is written.
 */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { databaseUrl, log, clock } = options;
  const { kurrentDb } = options.eventStore ?? readConfig(eventStoreSchema);
  const identify = options.identify ?? readConfig(accessSchema);
  const timeZone = options.timeZone ?? readConfig(timeZoneSchema);
  await migratePrivacy(databaseUrl);
  await migrateAttachments(databaseUrl);
  const pool = createPool({ url: databaseUrl, applicationName: 'huiyin', max: options.poolMax });
  const masterKey = await masterKeyOf(pool, options.masterKeyFile);
  const privacy = await createPrivacy({ masterKey, keyStore: postgresKeyStore(pool) });
  const metrics = createMetrics();
  const store = upcasting(metrics.timed(await openEventStore({ databaseUrl, kurrentDb, log })));
  const [rules, directory] = await Promise.all([followRules(store), followDirectory(store)]);
  const execute = createExecute({
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
  return {
    databaseUrl,
    log,
    clock,
    pool,
    store,
    eventStore: kurrentDb ? 'kurrentdb' : 'postgres',
    openArchive: () => openEventArchive({ db: pool, kurrentDb }),
    rules,
    directory,
    privacy,
    attachments: createAttachments(sealedFiles(pool), privacy),
    metrics,
    readiness: createReadiness(),
    identify,
    timeZone,
    execute: async (command) => execute(await withNewSubject(privacy, command)),
    async close() {
      await Promise.all([rules.stop(), directory.stop()]);
      await store.close();
      await pool.end();
    },
  };
}
