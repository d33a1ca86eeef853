import type { InclusionProof, Receipt } from '@huiyin/audit';
import { checkVector } from '@huiyin/audit/vector/check';
import { startFakeServer, type FakeServer } from '@huiyin/event-store/kurrentdb/fake-server.fixture';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { goThrough, personalCase } from './split/city';
import type { Answer } from './split/client';
import { createDataFolder, type DataFolder, type RunningCity } from './standalone-process';

/*
 * A city whose events are on KurrentDB: a fake server here, in this process, or the one that KURRENTDB_URL names. So every
 * program beside it is waited for, never blocked on.
 */
const SPEC_MAX_ms = 120_000;
const DIST = path.resolve(__dirname, '../../dist');
const CLI = path.join(DIST, 'apps/cli/main.js');
const PYTHON = path.resolve(__dirname, '../../tools/huiyin_verify.py');
const real = process.env['KURRENTDB_URL'];

let server: FakeServer | undefined;
let folder: DataFolder;
let city: RunningCity;

beforeAll(async () => {
  server = real === undefined ? await startFakeServer() : undefined;
  const namespace = `t${crypto.randomUUID().replaceAll('-', '').slice(0, 31)}`;
  Object.assign(process.env, {
    EVENT_STORE: 'kurrentdb',
    KURRENTDB_URL: real ?? server!.url,
    KURRENTDB_NAMESPACE: namespace,
  });
  folder = await createDataFolder();
  city = await folder.start('--city', 'none', '--clock', 'simulated');
}, SPEC_MAX_ms);
afterAll(async () => {
  await folder.dispose();
  server?.cut();
  for (const name of ['EVENT_STORE', 'KURRENTDB_NAMESPACE']) delete process.env[name];
  if (real === undefined) delete process.env['KURRENTDB_URL'];
});

interface Said {
  exit: number;
  said: string;
}

async function run(program: string, args: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args], { env: process.env });
    return { exit: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exit: code, said: stdout + stderr };
  }
}
const huiyin = (...args: string[]): Promise<Said> => run(process.execPath, [CLI, ...args]);

const SORT = { routes: [{ claim: 'c1', route: 'residual' }] };
const TO_SENT = [
  ['sort-case', 'petitions', SORT],
  ['send-case', 'petitions', { to: 'housing' }],
] as const;

/** Redeems what registered the case, and asks for the proof of the position that the answer told. */
async function expectProved({ position, headers }: Answer): Promise<void> {
  const receipt = await city.client.get<Receipt>(`/audit/receipt/${headers.get('huiyin-command')}`);
  const proof = await city.client.get<InclusionProof>(`/audit/proof/inclusion?position=${position}`);
  expect(receipt.body.events).toMatchObject([{ position, leafHash: proof.body.leafHash }]);
  for (const one of [...receipt.body.events, proof.body])
    expect(checkVector(JSON.stringify(one))).toEqual({ valid: true });
}

async function underReview(): Promise<string> {
  const { client } = city;
  const office = (id: string, more: object) =>
    client.post(`/offices/${id}/register-office`, {
      name: { zh: id, en: id },
      level: 'city',
      territory: 'city',
      ...more,
    });
  await office('government', { kind: 'government' });
  await office('petitions', { kind: 'petition-department', superior: 'government' });
  await office('housing', { superior: 'government' });
  const begun = await client.post('/cases', personalCase());
  await goThrough(client, `/cases/${begun.body.id}`, begun, TO_SENT);
  await expectProved(begun);
  const headers = { 'content-type': 'application/json' };
  await client.raw('/dev/clock', { method: 'POST', headers, body: '{"advance":"P60D"}' });
  return begun.body.id as string;
}

test(
  'takes a case to its accountability review, and to a bundle that both verifiers find intact',
  async () => {
    const id = await underReview();
    const reviews = (await city.client.get(`/api/v1/reviews?caseId=${id}`)).body.items;
    expect(reviews).toContainEqual(
      expect.objectContaining({ office: 'housing', rule: 'acknowledge', status: 'proposed' }),
    );
    const timeline = (await city.client.get(`/api/v1/cases/${id}/timeline?limit=200`)).body.items;
    expect(timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CaseRegistered', 'CaseSent', 'OfficeReminded', 'DutyBreached']),
    );

    const key = await (await fetch(`${city.address}/audit/key`)).text();
    const data = ['--data', folder.path];
    for (const [scope, name] of [
      [['--all'], 'the whole log'],
      [['--case', id], `case-${id}`],
    ] as const) {
      const bundle = path.join(folder.path, `${scope.length}.bundle`);
      expect(await huiyin('export', ...scope, '--out', bundle, ...data)).toMatchObject({ exit: 0 });
      const intact = { exit: 0, said: expect.stringContaining(`INTACT: ${name}, `) as string };
      expect(await huiyin('verify', bundle, '--key', key.trim())).toEqual(intact);
      expect(await run('python3', [PYTHON, bundle, '--key', key.trim()])).toEqual(intact);
    }
  },
  SPEC_MAX_ms,
);

test(
  'is looked over by doctor, backed up, and stopped and started again',
  async () => {
    const data = ['--data', folder.path];
    const { said } = await huiyin('doctor', ...data);
    expect(said).toMatch(/^ok +audit +\d+ of \d+ events are signed$/m);
    expect(said).toMatch(/^ok +lag +\d+ followers are up to date with the log/m);
    expect(said).toMatch(/^ok +events +\d+ of \d+ signed events/m);
    expect(await huiyin('load', ...data)).toMatchObject({
      exit: 2,
      said: expect.stringContaining('postgres-only') as string,
    });
    const backup = path.join(folder.path, 'city.backup');
    expect(await huiyin('backup', '--out', backup, ...data)).toMatchObject({
      exit: 0,
      said: expect.stringMatching(/\d+ events, up to position \d+/) as string,
    });
    await city.end();
    city = await folder.start('--city', 'none', '--clock', 'simulated');
    expect((await city.client.get('/readyz')).status).toBe(200);
  },
  SPEC_MAX_ms,
);
