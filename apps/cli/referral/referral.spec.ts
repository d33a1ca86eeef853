import { aggregates, type AggregatePath } from '@huiyin/domain';
import { assembleEvidence, fingerprintOf, readCaseRecord } from '@huiyin/evidence';
import { silentLog, systemClock } from '@huiyin/kernel';
import { adoptBundled } from '@huiyin/runtime/adopt-bundled';
import { createPlatform, type Platform } from '@huiyin/runtime/platform';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as huiyinHere } from '../program';

const ROOT = path.resolve(__dirname, '../../..');
const MAIN = path.join(ROOT, 'dist/apps/cli/main.js');
const [caseId, order, review, unreferred] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;

let database: TestDatabase;
let folder: string;
const file = (...names: string[]): string => path.join(folder, ...names);
const run = (command: string, args: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], INIT_CWD: folder } },
  });
  return { status, stdout, stderr };
};
const huiyin = (...args: string[]) => run(process.execPath, [MAIN, ...args]);
const asked = (id: string, out: string, ...more: string[]): string[] => [
  ...['referral', '--review', id, '--out', out, ...more, '--database', database.url],
  ...['--master-key-file', file('master.key'), '--audit-folder', file('audit')],
];
const referral = (id: string, out: string) => huiyin(...asked(id, out));
/** The exit code, and all that was said. */
async function refused(id: string, out: string, ...more: string[]): Promise<string> {
  let said = '';
  const hear = (text: unknown): boolean => ((said += String(text)), true);
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation(hear);
  const exit = await huiyinHere(asked(id, out, ...more));
  jest.restoreAllMocks();
  return `${exit} ${said}`;
}

/** A case with an order and two reviews, through the one way into the log; one of them is referred. */
async function live(platform: Platform): Promise<void> {
  const { execute, store } = platform;
  async function give(place: AggregatePath, id: string, type: string, data: object = {}, office?: string) {
    const aggregate = aggregates[place];
    const parsed = aggregate.commands[type]!.parse(data);
    const outcome = await execute({
      ...{ aggregate, id, type, data: parsed, commandId: randomUUID(), actor: 'clerk', office },
    });
    if (outcome.status !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`);
  }
  await adoptBundled(platform);
  const city = { level: 'city', territory: 'city' };
  for (const [id, kind, zh] of [
    ['petitions', 'petition-department', '信访局'],
    ['housing', 'office', '住房局'],
    ['discipline', 'discipline', '纪委监委'],
  ] as const)
    await give('offices', id, 'RegisterOffice', { ...city, kind, name: { zh, en: id } });
  await give('cases', caseId, 'RegisterCase', {
    ...{ channel: 'visit', category: 'housing', title: '漏雨', place: '南湖街道', receiver: 'petitions' },
    ...{ claims: [{ summary: '修屋顶' }], petitioner: { name: '欧阳某某', phone: '13800000000' } },
  });
  await give('cases', caseId, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
  await give('cases', caseId, 'SendCase', { to: 'housing' });
  const about = { pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions', reasons: '拖延' };
  await give('supervisions', order, 'OrderSupervision', { ...about, trigger: 'delay' });
  for (const id of [review, unreferred]) await give('reviews', id, 'OpenReview', about);
  const streams = [`review-${review}`, `supervision-${order}`];
  const upTo = await store.head();
  const record = await readCaseRecord((stream) => store.readStream(stream), { caseId, streams, upTo });
  const document = assembleEvidence(record, platform.rules.current())!;
  const found = { format: document.format, upTo, streams, sha256: fingerprintOf(document) };
  await give('reviews', review, 'RecordEvidence', { ...found, keptFrom: [], links: [] });
  await give('reviews', review, 'StateSide', { text: '人手不足' }, 'housing');
  const finding = { outcome: 'fault', kind: 'silent', gravity: 'grave', reasons: '逾期未答复' };
  await give('reviews', review, 'ConfirmFinding', { finding });
  const grounds = { basis: '《信访工作条例》第四十五条', reasons: '造成严重后果' };
  await give('reviews', review, 'ReferReview', { to: 'discipline', ...grounds });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-referral-'));
  database = await createTestDatabase();
  const [clock, log] = [systemClock, silentLog];
  const given = { databaseUrl: database.url, masterKeyFile: file('master.key'), clock, log };
  const platform = await createPlatform(given);
  await live(platform);
  await platform.close();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('huiyin referral', () => {
  const out = 'for-discipline';
  beforeAll(() => {
    const said = referral(review, out);
    expect(said).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        new RegExp(
          `^${file(out)}: review ${review}, 3 bundles, \\d+ events under the checkpoint at \\d+\\n$`,
        ),
      ) as string,
      stderr: '',
    });
  });

  test('writes a folder that needs nothing else', () => {
    expect(readdirSync(file(out)).sort()).toEqual([
      ...['SHA256SUMS', 'bundles', 'checkpoint', 'evidence.json', 'huiyin-verify.js', 'huiyin.key'],
      ...['huiyin_verify.py', 'huiyin_verify_folder.py', 'report.en.html', 'report.zh-CN.html'],
    ]);
    expect(readdirSync(file(out, 'bundles')).sort()).toEqual([
      `01-case-${caseId}.bundle`,
      `02-review-${review}.bundle`,
      `03-supervision-${order}.bundle`,
    ]);
    const report = readFileSync(file(out, 'report.zh-CN.html'), 'utf8');
    for (const said of ['住房局', '纪委监委', '有过错（不作为，严重）', '造成严重后果', '#'])
      expect(report).toContain(said);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('is accepted by sha256sum, by huiyin verify, and by both verifiers that lie in it', () => {
    const intact = {
      status: 0,
      stdout: expect.stringMatching(/^INTACT: 3 bundles, and all \d+ files/) as string,
    };
    expect(run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], file(out)).status).toBe(0);
    expect(huiyin('verify', out, '--key', file(out, 'huiyin.key'))).toMatchObject(intact);
    expect(run(process.execPath, ['huiyin-verify.js', '.'], file(out))).toMatchObject(intact);
    expect(run('python3', ['huiyin_verify.py', '.'], file(out))).toMatchObject(intact);
    const bundle = file(out, 'bundles', `02-review-${review}.bundle`);
    expect(huiyin('verify', bundle)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`review-${review}`) as string,
    });
  });

  test('holds nothing personal that can be read', () => {
    for (const name of readdirSync(file(out), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(html|json|bundle)$/.test(name)) continue;
      expect(readFileSync(file(out, name), 'utf8')).not.toMatch(/欧阳|13800000000/);
    }
  });

  test('one byte changed is noticed by the checksums and by huiyin verify', () => {
    const name = file(out, 'bundles', `02-review-${review}.bundle`);
    const bytes = readFileSync(name);
    const changed = Buffer.from(bytes);
    const at = changed.lastIndexOf('"grave');
    changed[at + 1] = 'b'.charCodeAt(0);
    writeFileSync(name, changed);
    expect(run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], file(out)).status).toBe(1);
    expect(huiyin('verify', out)).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^NOT INTACT: bundles\/02-review-.*: position \d+ .*: edited\n$/,
      ) as string,
      stderr: '',
    });
    writeFileSync(name, bytes);
  });

  test('says in one line what is wrong, and writes nothing', async () => {
    mkdirSync(file('used'));
    writeFileSync(file('used', 'mine'), 'kept');
    const wrong = [
      [await refused(randomUUID(), file('none')), 'review-not-found'],
      [await refused(unreferred, file('none')), 'review-not-referred'],
      [await refused(review, file('used')), 'folder-not-empty'],
      [await refused(review, file('used', 'mine')), 'usage'],
      [await refused(review, file('none'), '--lang', 'fr'), 'usage'],
    ] as const;
    for (const [said, code] of wrong) expect(said).toMatch(new RegExp(`^2 huiyin: ${code}: .+\\n$`));
    expect(readdirSync(folder)).not.toContain('none');
    expect(readdirSync(file('used'))).toEqual(['mine']);
  });

  test('hands over nothing of a log that is not the one that was signed', () => {
    writeFileSync(file('audit', 'leaves.1'), '');
    const { status, stderr } = referral(review, 'none');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^huiyin: log-damaged: .+\n$/);
    expect(readdirSync(folder)).not.toContain('none');
  });
});
