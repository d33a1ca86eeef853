import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { silentLog } from '@huiyin/kernel';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { openEvidence, type EvidenceFolder } from '../evidence/folder';
import { loadOrCreateKeyFile } from '../evidence/key-file';
import { openCheckpoint } from '../note/checkpoint';
import { parseVerifierKey } from '../note/key';
import { createSigner, type Signer } from '../note/signer';
import { checkVector } from '../vector/check';
import { startAuditLog, type AuditLog } from './audit-log';
import { openEpoch } from './new-epoch';
import { postgresRawLog } from './raw-postgres';
import { migrateAudit } from './schema';

const ORIGIN = 'huiyin.example/city';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let folder: string;
let evidence: EvidenceFolder;
let signer: Signer;
const opened: AuditLog[] = [];

const start = async (more: { interval_ms?: number } = {}): Promise<AuditLog> => {
  const audit = await startAuditLog({
    pool,
    raw: postgresRawLog(pool),
    store,
    evidence,
    signer,
    log: silentLog,
    ...more,
  });
  audit.done.catch(() => undefined);
  opened.push(audit);
  return audit;
};

const append = async (stream: string, count = 1): Promise<string> => {
  const commandId = randomUUID();
  const at = '2026-03-02T01:00:00.000Z';
  const meta = { actor: 'clerk', office: 'petitions', commandId, correlationId: commandId };
  const events = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'CaseSorted',
    version: 1,
    data: { n, text: '件件有着落' },
    meta,
    occurredAt: at,
    recordedAt: at,
  }));
  await store.append({ commandId, streams: [{ stream, expectedRevision: 'any', events }] });
  return commandId;
};

/** What a superuser does to the log behind the program's back. */
const tamper = async (statement: string): Promise<void> => {
  await pool.query(`ALTER TABLE event_store.event DISABLE TRIGGER ALL; ${statement};
    ALTER TABLE event_store.event ENABLE TRIGGER ALL`);
};

beforeEach(async () => {
  database = await createTestDatabase();
  await migrateEventStore(database.url);
  await migrateAudit(database.url);
  pool = createPool({ url: database.url });
  store = createPostgresEventStore({ url: database.url, pollMs: 50 });
  folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
  evidence = openEvidence(path.join(folder, 'evidence'));
  signer = createSigner(ORIGIN, await loadOrCreateKeyFile(path.join(folder, 'audit.key')));
});

afterEach(async () => {
  for (const audit of opened.splice(0)) await audit.stop();
  await store.close();
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('the audit log', () => {
  it('signs what is stored, and proves each event and each growth', async () => {
    const audit = await start();
    for (let n = 0; n < 5; n += 1) await append(`case-${n % 2}`, n + 1);
    const first = await audit.sign();
    expect(first.size).toBe(15);
    for (let n = 0; n < 300; n += 100) await append('case-long', 100);
    const second = await audit.sign();
    expect(second).toMatchObject({ origin: ORIGIN, size: 315, extensions: [] });
    expect(openCheckpoint((await evidence.readCheckpoint())!, [parseVerifierKey(audit.key)]).size).toBe(315);
    for (const position of [1, 15, 16, 256, 257, 315])
      expect(checkVector(JSON.stringify(await audit.inclusion(position)))).toEqual({ valid: true });
    const growth = await audit.consistency(15);
    expect(growth.root1).toBe(first.root.toString('hex'));
    expect(checkVector(JSON.stringify(growth))).toEqual({ valid: true });
    await expect(audit.inclusion(316)).rejects.toThrow(RangeError);
    await expect(audit.inclusion(300, 10)).rejects.toThrow(RangeError);
    await expect(audit.consistency(0)).rejects.toThrow(RangeError);
  });

  it('signs at its interval without being asked', async () => {
    const audit = await start({ interval_ms: 20 });
    await append('case-a', 3);
    for (;;) {
      if ((await audit.latest())?.size === 3) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await audit.status()).toEqual({ size: 3, signed: 3 });
  });

  it('redeems every command for a proof of its events', async () => {
    const audit = await start();
    await append('case-a', 2);
    const commandId = await append('case-a', 2);
    const receipt = (await audit.receipt(commandId))!;
    expect(receipt.events.map(({ position, revision }) => [position, revision])).toEqual([
      [3, 2],
      [4, 3],
    ]);
    const { root } = openCheckpoint(receipt.checkpoint, [parseVerifierKey(receipt.key)]);
    for (const event of receipt.events) {
      expect(event.root).toBe(root.toString('hex'));
      expect(checkVector(JSON.stringify(event))).toEqual({ valid: true });
    }
    expect(await audit.receipt(randomUUID())).toBeUndefined();
  });

  it('goes on after a restart, and answers the same checkpoint where nothing was added', async () => {
    const before = await start();
    await append('case-a', 3);
    const { note } = await before.sign();
    await before.stop();
    const after = await start();
    expect((await after.sign()).note).toBe(note);
    await append('case-a', 1);
    expect((await after.sign()).size).toBe(4);
  });

  it('finds its way back when its tables are lost, from the events and the leaves outside', async () => {
    const before = await start();
    await append('case-a', 300);
    const { note } = await before.sign();
    await before.stop();
    await pool.query('TRUNCATE audit.epoch, audit.tile, audit.stream_head');
    expect((await (await start()).sign()).note).toBe(note);
  });

  it('keeps its key to itself', async () => {
    const key = path.join(folder, 'audit.key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateKeyFile(key)).toEqual(Buffer.from(await readFile(key, 'utf8'), 'base64'));
    await writeFile(key, 'AAAA\n');
    await expect(loadOrCreateKeyFile(key)).rejects.toThrow(/does not hold 32 bytes/);
  });
});

describe('no second history is signed', () => {
  const signedThenStopped = async (): Promise<string> => {
    const audit = await start();
    for (const stream of ['case-a', 'case-b', 'case-a', 'case-b']) await append(stream, 2);
    const { note } = await audit.sign();
    await audit.stop();
    return note;
  };
  const expectRefused = async (code: string): Promise<void> => {
    const before = await evidence.readCheckpoint();
    const audit = await start();
    await expect(audit.sign()).rejects.toMatchObject({ code });
    expect((await audit.status()).damage).toBeDefined();
    expect(await evidence.readCheckpoint()).toBe(before);
  };

  it('when the log got shorter', async () => {
    await signedThenStopped();
    await tamper('DELETE FROM event_store.event WHERE position > 6');
    await expectRefused('shorter');
  });

  it('when a restore lost events and others took their places', async () => {
    await signedThenStopped();
    await tamper('DELETE FROM event_store.event WHERE position > 6');
    await pool.query('TRUNCATE audit.epoch, audit.tile, audit.stream_head');
    await append('case-c', 4);
    await expectRefused('forked');
  });

  it('when the tree in the database was made again over other events', async () => {
    await signedThenStopped();
    await pool.query(`UPDATE audit.tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)`);
    await append('case-c', 1);
    await expectRefused('forked');
  });

  it('when the checkpoint outside is of another key, or the leaves outside are gone', async () => {
    const note = await signedThenStopped();
    await evidence.writeCheckpoint(note.replace('— huiyin', '— hujyin'));
    await expectRefused('evidence');
    await evidence.writeCheckpoint(note);
    await rm(path.join(evidence.path, 'leaves.1'));
    await append('case-c', 1);
    await expectRefused('evidence');
  });

  it('until a new epoch names the last checkpoint of the old one', async () => {
    const note = await signedThenStopped();
    const last = openCheckpoint(note, [parseVerifierKey(signer.verifierKey)]);
    await tamper('DELETE FROM event_store.event WHERE position > 6');
    await openEpoch(pool, evidence, signer);
    const audit = await start();
    const checkpoint = await audit.sign();
    expect(checkpoint).toMatchObject({
      origin: `${ORIGIN}/epoch-2`,
      size: 6,
      extensions: [`after ${ORIGIN} 8 ${last.root.toString('base64')}`],
    });
    expect(await evidence.readClosed(1)).toBe(note);
    await append('case-a', 1);
    expect(await audit.sign()).toMatchObject({ origin: `${ORIGIN}/epoch-2`, size: 7 });
    expect(checkVector(JSON.stringify(await audit.consistency(6)))).toEqual({ valid: true });
  });
});
