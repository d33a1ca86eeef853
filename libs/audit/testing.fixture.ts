import { createPool } from '@huiyin/database';
import {
  createPostgresEventStore,
  migrateEventStore,
  openEventArchive,
  openKurrentDbEventStore,
  type EventArchive,
  type EventStore,
} from '@huiyin/event-store';
import { startFakeServer, type FakeServer } from '@huiyin/event-store/kurrentdb/fake-server.fixture';
import { silentLog } from '@huiyin/kernel';
import { createTestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { openEvidence, type EvidenceFolder } from './evidence/folder';
import { loadOrCreateKeyFile } from './evidence/key-file';
import { startAuditLog, type AuditDeps, type AuditLog } from './log/audit-log';
import { migrateAudit } from './log/schema';
import { createSigner, type Signer } from './note/signer';

export const ORIGIN = 'huiyin.example/city';

/** A real event store with an audit log beside it. */
export interface AuditRig {
  url: string;
  pool: Pool;
  store: EventStore;
  raw: EventArchive;
  /** Where the events are on it: the fake one. */
  server: FakeServer | undefined;
  folder: string;
  evidence: EvidenceFolder;
  signer: Signer;
  start(more?: Pick<AuditDeps, 'interval_ms' | 'witnesses' | 'rereadKey'>): Promise<AuditLog>;
  /** Answers the command id. */
  append(stream: string, count?: number): Promise<string>;
  /** On PostgreSQL: what a superuser does behind the program's back. */
  tamper(statements: string): Promise<void>;
  /** As a program that starts again has it. */
  reopenStore(): Promise<void>;
  close(): Promise<void>;
}

interface RigStore {
  server: FakeServer | undefined;
  raw: EventArchive;
  open(): Promise<EventStore>;
}

// A cut would end the process; here it is what the specs look at.
const onCut = (): void => undefined;

async function onPostgres(url: string, db: Pool): Promise<RigStore> {
  await migrateEventStore(url);
  return {
    server: undefined,
    raw: await openEventArchive({ db }),
    open: async () => createPostgresEventStore({ url, pollMs: 50, onCut }),
  };
}

async function onKurrentDb(db: Pool): Promise<RigStore> {
  const server = await startFakeServer();
  const kurrentDb = { url: server.url };
  return {
    server,
    raw: await openEventArchive({ db, kurrentDb }),
    open: () => openKurrentDbEventStore({ ...kurrentDb, pollMs: 50, onCut }),
  };
}

export type RigKind = 'PostgreSQL' | 'KurrentDB';

export async function startRig(kind: RigKind = 'PostgreSQL'): Promise<AuditRig> {
  const database = await createTestDatabase();
  await migrateAudit(database.url);
  const pool = createPool({ url: database.url });
  const folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
  const { server, raw, open } = await (kind === 'PostgreSQL'
    ? onPostgres(database.url, pool)
    : onKurrentDb(pool));
  const opened: AuditLog[] = [];
  const rig: AuditRig = {
    url: database.url,
    pool,
    store: await open(),
    raw,
    server,
    folder,
    evidence: openEvidence(path.join(folder, 'evidence')),
    signer: createSigner(ORIGIN, await loadOrCreateKeyFile(path.join(folder, 'audit.key'))),
    async start(more = {}) {
      const { raw, store, evidence, signer } = rig;
      const audit = await startAuditLog({ pool, raw, store, evidence, signer, log: silentLog, ...more });
      audit.done.catch(() => undefined);
      opened.push(audit);
      return audit;
    },
    async append(stream, count = 1) {
      const commandId = randomUUID();
      const events = Array.from({ length: count }, (_, n) => eventOf(commandId, n));
      await rig.store.append({ commandId, streams: [{ stream, expectedRevision: 'any', events }] });
      return commandId;
    },
    async tamper(statements) {
      await pool.query(`BEGIN; ALTER TABLE event_store.event DISABLE TRIGGER ALL; ${statements};
        ALTER TABLE event_store.event ENABLE TRIGGER ALL; COMMIT`);
    },
    async reopenStore() {
      await rig.store.close();
      rig.store = await open();
    },
    async close() {
      for (const audit of opened) await audit.stop();
      await rig.store.close();
      await raw.close();
      server?.cut();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
  return rig;
}

function eventOf(commandId: string, n: number) {
  const at = '2026-03-02T01:00:00.000Z';
  return {
    id: randomUUID(),
    type: 'CaseSorted',
    version: 1,
    data: { n, text: '件件有着落' },
    meta: { actor: 'clerk', office: 'petitions', commandId, correlationId: commandId },
    occurredAt: at,
    recordedAt: at,
  };
}
