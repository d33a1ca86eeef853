import { runAudit } from '@huiyin/audit';
import { aggregates } from '@huiyin/domain';
import { ManualClock, silentLog } from '@huiyin/kernel';
import { migrateMessaging } from '@huiyin/messaging';
import { adoptBundled } from '@huiyin/runtime/adopt-bundled';
import { createPlatform, type Platform } from '@huiyin/runtime/platform';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateAttachments } from '@huiyin/attachments';
import { migrateEscalation } from '../../escalation/timers';
import { migrateNotification } from '../../notification/schema';
import type { Finding, Patient } from './check';
import { calendars } from './checks/calendars';
import { judgeDisk } from './checks/disk';
import { lockCheck } from './checks/locks';
import { SCHEMAS } from './checks/schemas';

const MAIN = path.resolve(__dirname, '../../../dist/apps/cli/main.js');
const LONG_AGO = '2026-03-02T01:00:00.000Z';

let database: TestDatabase;
let folder: string;
let platform: Platform;
const file = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-doctor-'));
  platform = await createPlatform({
    databaseUrl: database.url,
    masterKeyFile: file('master.key'),
    log: silentLog,
    clock: new ManualClock(LONG_AGO),
  });
  await adoptBundled(platform);
  await adoptFarCalendar();
  for (const make of [migrateMessaging, migrateEscalation, migrateNotification, migrateAttachments])
    await make(database.url);
  const audit = await runAudit({
    ...{ databaseUrl: database.url, pool: platform.pool, log: silentLog },
    raw: await platform.openArchive(),
    keyFile: file('audit.key'),
    folder: file('audit'),
  });
  await audit.sign();
});
afterEach(async () => {
  await platform.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Whatever year this is run in. */
async function adoptFarCalendar(): Promise<void> {
  const { chinaCalendar: cn } = await import('@huiyin/policy/calendars/china');
  const calendar = { ...cn, version: cn.version + 1, lastYear: 2_999 };
  const command = { aggregate: aggregates.calendars, id: cn.id, type: 'AdoptCalendar', data: { calendar } };
  const { status } = await platform.execute({ ...command, actor: 'city', commandId: randomUUID() });
  expect(status).toBe('done');
}

const doctor = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) => {
  const access = ['--database', database.url, '--master-key-file', file('master.key')];
  const all = [MAIN, 'doctor', ...access, '--audit-folder', file('audit'), ...args];
  const options = { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, all, options);
  return { status, stdout, stderr };
};
const found = (env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout } = doctor(['--json'], env);
  const told = JSON.parse(stdout) as { status: string; findings: Finding[] };
  return { exit: status, ...told, bad: told.findings.filter(({ level }) => level !== 'ok') };
};
const sql = (text: string) => platform.pool.query(text);
const finding = (check: string, level: string, says: RegExp) =>
  expect.objectContaining({ check, level, says: expect.stringMatching(says), advice: expect.any(String) });

test('a healthy system has a line for everything, none of them bad', () => {
  const { status, stdout, stderr } = doctor();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  const counts = lines.pop();
  expect(lines.filter((line) => !line.startsWith('ok  '))).toEqual([]);
  expect(counts).toBe(`${lines.length} ok, 0 warn, 0 fail`);
  const checks = 'postgres schema locks disk keys lag waiting calendars kafka audit events'.split(' ');
  expect([...new Set(lines.map((line) => line.split(/\s+/)[1]))]).toEqual(checks);
});

test('every schema with numbered steps is looked at', async () => {
  const { rows } = await platform.pool.query<{ schema: string }>(
    "SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'migration' ORDER BY 1",
  );
  expect(rows.map(({ schema }) => schema)).toEqual(Object.keys(SCHEMAS).sort());
});

test('a master key of another system, or one that others can read, is told', async () => {
  await writeFile(file('master.key'), `${Buffer.alloc(32, 1).toString('base64')}\n`);
  expect(found()).toMatchObject({
    exit: 1,
    status: 'fail',
    bad: [finding('keys', 'fail', /master\.key does not open/)],
  });
  await chmod(file('master.key'), 0o644);
  expect(found().bad).toEqual([finding('keys', 'fail', /can be read by others.*chmod 600/)]);
  await rm(file('master.key'));
  expect(found().bad).toEqual([finding('keys', 'fail', /there is no master key at/)]);
});

test('a schema of a newer program, and one that lacks steps, are told', async () => {
  await sql('DELETE FROM messaging.migration');
  expect(found()).toMatchObject({
    exit: 0,
    bad: [finding('schema', 'warn', /steps are missing in messaging/)],
  });
  await sql('ALTER TABLE audit.epoch DROP COLUMN position');
  expect(found()).toMatchObject({
    exit: 0,
    bad: expect.arrayContaining([finding('audit', 'warn', /"position" does not exist/)]) as unknown,
  });
  await sql("INSERT INTO escalation.migration (number, name, checksum) VALUES (999, 'x', 'x')");
  expect(found()).toMatchObject({
    exit: 1,
    bad: expect.arrayContaining([finding('schema', 'fail', /escalation is at version 999/)]) as unknown,
  });
});

test('a follower that is behind, or beyond the end, is named', async () => {
  await sql("INSERT INTO messaging.cursor VALUES ('escalation', 1), ('notification', 100000)");
  expect(found().bad).toEqual([
    finding('lag', 'fail', /^escalation is \d+ events and \d+ s behind/),
    finding('lag', 'fail', /^notification is at 100000, the log ends at \d+/),
  ]);
});

test('timers that nobody takes, notices that nobody sends, and what is parked are counted', async () => {
  await sql(`INSERT INTO escalation.timer (stream, next_at, revision) VALUES ('case-1', now() - interval '1 hour', 0);
    INSERT INTO messaging.parked_key (group_name, key) VALUES ('escalation', 'k');
    INSERT INTO messaging.parked_message (group_name, key, message_id, message) VALUES ('escalation', 'k', 'm', '{}')`);
  expect(found()).toMatchObject({
    exit: 1,
    bad: [finding('waiting', 'fail', /^1 timers/), finding('waiting', 'warn', /^1 messages are parked/)],
  });
});

test('a Kafka that is away is told', () => {
  expect(found({ KAFKA_BROKERS: '127.0.0.1:1' })).toMatchObject({
    exit: 1,
    bad: [finding('kafka', 'fail', /no broker of 127\.0\.0\.1:1 answers/)],
  });
});

test('a log that is not the one that was signed is told', async () => {
  await sql(`BEGIN; ALTER TABLE event_store.event DISABLE TRIGGER ALL;
    DELETE FROM event_store.event WHERE position = (SELECT max(position) FROM event_store.event);
    ALTER TABLE event_store.event ENABLE TRIGGER ALL; COMMIT`);
  expect(found().bad).toContainEqual(finding('audit', 'fail', /the log has \d+ events, \d+ were signed/));
});

test('an event that a superuser edited in place is named, and the first one that is gone', async () => {
  const tamper = (text: string) =>
    sql(`BEGIN; ALTER TABLE event_store.event DISABLE TRIGGER ALL; ${text};
      ALTER TABLE event_store.event ENABLE TRIGGER ALL; COMMIT`);
  const { stdout } = doctor(['--deep']);
  expect(stdout).toMatch(/ok {4}events\s+all \d+ signed events are stored as they were signed\n/);
  await tamper("UPDATE event_store.event SET occurred_at = occurred_at - interval '1 day'");
  const first = finding(
    'events',
    'fail',
    /^position 1 \(\S+, revision 0\) is not the event that was signed there$/,
  );
  const looked = (...args: string[]) =>
    (JSON.parse(doctor(['--json', ...args]).stdout) as { findings: Finding[] }).findings;
  expect(looked('--deep')).toContainEqual(first);
  // Every event is another one: a sample finds it too.
  expect(looked()).toContainEqual(finding('events', 'fail', /is not the event that was signed there$/));
  await tamper('DELETE FROM event_store.event WHERE position = 1');
  expect(looked('--deep')).toContainEqual(finding('events', 'fail', /^position 1 is missing/));
});

test('a database that is away, and a place without one, are one line', () => {
  const away = doctor(['--database', 'postgresql://postgres@127.0.0.1:1/none']);
  expect(away.status).toBe(1);
  expect(away.stdout).toMatch(/^fail {2}postgres {2}.*ECONNREFUSED.* → .*\n0 ok, 0 warn, 1 fail\n$/);
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'doctor', '--data', file('nothing')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `huiyin: no-installation: there is no Huiyin in ${file('nothing')}\n`,
  });
});

test('a transaction that stays open, and who waits for it, are named', async () => {
  const holder = await platform.pool.connect();
  const waiter = await platform.pool.connect();
  await holder.query('BEGIN; LOCK TABLE messaging.cursor');
  const waiting = waiter.query('SELECT 1 FROM messaging.cursor');
  const check = lockCheck({ long_s: 0, tooLong_s: 3_600, waiting_s: 0 });
  const verdicts = async () => [await check.look(platform as unknown as Patient)].flat();
  for (;;) if ((await verdicts()).some(({ says }) => says.includes('waits for'))) break;
  expect(await verdicts()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        level: 'warn',
        says: expect.stringMatching(/idle in transaction\) is open/),
      }),
    ]),
  );
  await holder.query('COMMIT');
  await waiting;
  holder.release();
  waiter.release();
});

test('calendars that end soon, and that have ended, are told', async () => {
  const at = async (now: string) => calendars.look({ ...platform, now: new Date(now) } as unknown as Patient);
  expect(await at('2999-06-01')).toMatchObject({ level: 'ok', says: expect.stringContaining('cn to 2999') });
  expect(await at('2999-12-01')).toEqual([expect.objectContaining({ level: 'warn' })]);
  expect(await at('3000-01-02')).toEqual([
    expect.objectContaining({ level: 'fail', says: 'calendar cn ends with 2999: deadlines are provisional' }),
  ]);
});

test('a disk is judged by what is free on it', () => {
  const gib = 1_073_741_824;
  const level = (free: number, total: number) => judgeDisk('/', free * gib, total * gib).level;
  expect([level(50, 100), level(4, 100), level(0.5, 100)]).toEqual(['ok', 'warn', 'fail']);
  expect([level(0.5, 2), level(0.2, 2), level(0.05, 2)]).toEqual(['ok', 'warn', 'fail']);
});
