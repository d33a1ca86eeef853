import type { ConsistencyProof, InclusionProof, Receipt } from '@huiyin/audit';
import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client as Session } from 'pg';
import { personalCase } from './split/city';
import type { Answer } from './split/client';
import { createDataFolder, type DataFolder, type RunningCity } from './standalone-process';

const CLI = path.resolve(__dirname, '../../dist/apps/cli/main.js');
const SPEC_MAX_ms = 120_000;

let folder: DataFolder;
let city: RunningCity;

beforeAll(async () => {
  process.env['AUDIT_INTERVAL_s'] = '1';
  folder = await createDataFolder();
  city = await folder.start('--city', 'none');
  const office = { name: { zh: '单位', en: 'Office' }, level: 'city', territory: 'x' };
  await city.client.post('/offices/petitions/register-office', office);
}, SPEC_MAX_ms);
afterAll(async () => {
  delete process.env['AUDIT_INTERVAL_s'];
  await folder.dispose();
});

const huiyin = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8' });
/** Without the server: a program that reads standard input. */
const judged = (vectors: readonly object[]): unknown[] =>
  huiyin(['audit-vector'], vectors.map((one) => JSON.stringify(one)).join('\n'))
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
const text = async (address: string, init: RequestInit = {}): Promise<string> =>
  (await fetch(`${city.address}/audit/${address}`, init)).text();
const rootOf = (checkpoint: string): string =>
  Buffer.from(checkpoint.split('\n')[2]!, 'base64').toString('hex');

async function begin(key: string = randomUUID()): Promise<Answer & { command: string }> {
  const answer = await city.client.post('/cases', personalCase(), { office: 'petitions', key });
  expect(answer.status).toBe(201);
  return { ...answer, command: answer.headers.get('huiyin-command')! };
}

test('an accepted command is redeemed for proofs that hold without the server', async () => {
  const key = (await text('key')).trim();
  const early = await text('checkpoint', { method: 'POST' });
  const idempotencyKey = randomUUID();
  const begun = await begin(idempotencyKey);
  // An answer that was lost is asked for again, and leads to the same receipt.
  expect((await begin(idempotencyKey)).command).toBe(begun.command);
  const receipt = (await city.client.get<Receipt>(`/audit/receipt/${begun.command}`)).body;
  expect(receipt.events).toMatchObject([
    { stream: `case-${begun.body.id}`, revision: 0, position: begun.position },
  ]);
  const checkpoint = await text('checkpoint');
  expect(receipt.checkpoint).toBe(checkpoint);
  expect(receipt.events[0]!.root).toBe(rootOf(checkpoint));
  const byPosition = (
    await city.client.get<InclusionProof>(`/audit/proof/inclusion?position=${begun.position}`)
  ).body;
  const growth = (
    await city.client.get<ConsistencyProof>(`/audit/proof/consistency?from=${early.split('\n')[1]}`)
  ).body;
  expect([growth.root1, byPosition.leafHash]).toEqual([rootOf(early), receipt.events[0]!.leafHash]);
  const notes = [early, checkpoint].map((note) => ({ kind: 'note', note, keys: [key] }));
  const forged = { ...byPosition, leafHash: growth.root1 };
  expect(judged([...receipt.events, byPosition, growth, ...notes, forged])).toEqual([
    ...Array.from({ length: 5 }, () => ({ valid: true })),
    { valid: false, reason: expect.any(String) },
  ]);
});

test('checkpoints lie outside the database, at the interval, by themselves', async () => {
  const file = path.join(folder.path, 'audit', 'checkpoint');
  const seen = watch(path.dirname(file));
  const { position } = await begin();
  const sizeOf = async (): Promise<number> => Number((await readFile(file, 'utf8')).split('\n')[1]);
  for (;;) {
    // Listened for before it is looked at: a change in between is not missed.
    const changed = once(seen, 'change');
    if ((await sizeOf()) >= position) break;
    await changed;
  }
  seen.close();
  expect(await readFile(file, 'utf8')).toBe(await text('checkpoint'));
});

test('the lag of the log of proofs is told in events and in seconds', async () => {
  await text('checkpoint', { method: 'POST' });
  const metrics = await (await fetch(`${city.address}/metrics`)).text();
  for (const follower of ['audit', 'audit-signed'])
    for (const unit of ['events', 'seconds'])
      expect(metrics).toContain(`huiyin_follower_lag_${unit}{follower="${follower}"} 0`);
  expect(metrics).toContain('huiyin_audit_damaged{log="audit"} 0');
});

test('an export of the running city is intact, and damage is told wherever an operator looks', async () => {
  const bundle = path.join(folder.path, 'all.bundle');
  const data = ['--data', folder.path];
  expect(huiyin(['export', '--all', '--out', bundle, ...data])).toMatchObject({ status: 0, stderr: '' });
  expect(huiyin(['verify', bundle, '--key', (await text('key')).trim()]).stdout).toMatch(/^INTACT/);
  expect((await city.client.get('/readyz')).body).not.toHaveProperty('attention');

  const session = new Session({ connectionString: folder.databaseUrl() });
  await session.connect();
  await session.query(`BEGIN; ALTER TABLE event_store.event DISABLE TRIGGER ALL;
    DELETE FROM event_store.event WHERE position = (SELECT max(position) FROM event_store.event);
    ALTER TABLE event_store.event ENABLE TRIGGER ALL; COMMIT`);
  await session.end();
  const refused = await city.client.raw('/audit/checkpoint', { method: 'POST' }).catch(() => undefined);
  expect(refused).toMatchObject({
    status: 503,
    body: { code: 'log-damaged', type: '/problems/log-damaged' },
  });
  const ready = await city.client.get('/readyz');
  expect(ready).toMatchObject({
    status: 200,
    body: { attention: { audit: expect.stringMatching(/signed/) } },
  });
  const metrics = await (await fetch(`${city.address}/metrics`)).text();
  expect(metrics).toContain('huiyin_audit_damaged{log="audit"} 1');
  expect((await city.client.get('/problems/log-damaged')).body).toMatchObject({ status: 503 });
});
