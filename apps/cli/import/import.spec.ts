import { bundledRules } from '@huiyin/policy';
import { bostonFile } from '@huiyin/csv-import/boston.fixture';
import { createPostgresEventStore, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../../infra/postgres/embedded';

const MAIN = path.join(__dirname, '../../../dist/apps/cli/main.js');
const SAMPLE = path.join(__dirname, 'fixtures/boston-60.csv');
const MAPPING = path.join(__dirname, '../mappings/boston-311.json');
const REJECTS = `line,column,reason,message
13,open_dt,bad-date,"""2023-02-30 10:00:00"": the month has no day 30"
14,case_enquiry_id,missing-value,externalId is empty
15,closed_dt,closed-before-opened,it closed before it opened
26,,wrong-number-of-columns,20 columns where the header has 29
27,,wrong-number-of-columns,30 columns where the header has 29
28,case_status,unknown-value,"the mapping has no chain for ""Pending review"""
29,closed_dt,missing-value,closedAt is empty
30,,duplicate-id,101004000002 stands earlier in the file with other values
42,,unterminated-quote,a quoted field begins on this line and is not closed
53,,stray-quote,text follows a closing quote
54,target_dt,bad-date,"""soon"": not a date (iso or month-first)"
55,latitude,bad-number,"""north"" is no latitude"
56,open_dt,in-the-future,openedAt has not come yet
`;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['DATABASE_URL', 'MASTER_KEY_FILE', 'INIT_CWD']) delete env[name];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  return { child, ended: new Promise((done) => child.on('close', (code) => done({ code, ...said }))) };
}

/** What the summary says behind a label. */
const figure = ({ out }: Ended, label: string): number =>
  Number(new RegExp(`^  ${label}(?: \\(would be\\))? +([\\d,]+)`, 'm').exec(out)?.[1]?.replaceAll(',', ''));

describe('huiyin import', () => {
  let folder: string;
  const databases: TestDatabase[] = [];
  const stores: EventStore[] = [];

  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'huiyin-import-'))));
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all(databases.map((database) => database.drop()));
    await rm(folder, { recursive: true, force: true });
  });

  /** An installation of its own, and what is in its log. */
  async function installation() {
    const database = await createTestDatabase();
    databases.push(database);
    const store = createPostgresEventStore({ url: database.url });
    stores.push(store);
    const key = path.join(folder, `${databases.length}.key`);
    const at = ['--mapping', 'boston-311', '--database', database.url, '--master-key-file', key];
    return {
      at,
      key,
      store,
      run: (file: string, ...more: string[]) => start(['import', file, ...at, ...more]).ended,
      async log(): Promise<StoredEvent[]> {
        const events: StoredEvent[] = [];
        for (;;) {
          const page = await store.readAll({ after: events.at(-1)?.position ?? 0, limit: 5_000 });
          events.push(...page);
          if (page.length < 5_000) return events;
        }
      },
    };
  }

  /** All that an import decides: not when and in which order it was written. */
  const cases = (log: readonly StoredEvent[]): string[] =>
    log
      .filter(({ stream }) => stream.startsWith('case-'))
      .map(({ stream, revision, type, data, occurredAt, meta: { actor, office, commandId, policy } }) =>
        JSON.stringify([stream, revision, type, data, occurredAt, actor, office, commandId, policy]),
      )
      .sort();

  it('turns a file into cases, tells bad rows apart, and does it once', async () => {
    const { run, log } = await installation();
    const rejects = path.join(folder, 'rejects.csv');
    const first = await run(SAMPLE, '--rejects', rejects);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(rejects, 'utf8')).toBe(REJECTS);
    const labels = [
      'rows read',
      'cases registered',
      'already there',
      'repeated in the file',
      'closed',
      'rejected',
    ];
    expect(labels.map((label) => figure(first, label))).toEqual([60, 46, 0, 1, 42, 13]);
    const after = await log();
    const types = after.map(({ type }) => type);
    const count = (wanted: string): number => types.filter((type) => type === wanted).length;
    expect([count('CaseRegistered'), count('CaseSent'), count('CaseClosed')]).toEqual([46, 46, 42]);
    expect(count('OfficeRegistered')).toBe(figure(first, 'offices registered'));
    for (const { data, position } of after.filter(({ type }) => type === 'CaseSent')) {
      const office = after.find(({ stream }) => stream === `office-${(data as { to: string }).to}`);
      expect(office!.position).toBeLessThan(position);
    }

    const second = await run(SAMPLE, '--rejects', rejects);
    expect(second.out).toContain('already there                    46');
    expect(await log()).toHaveLength(after.length);
    expect(readFileSync(rejects, 'utf8')).toBe(REJECTS);
  });

  it('learns the periods, adopts them, and says how many targets agree', async () => {
    const { run, log } = await installation();
    const file = path.join(folder, 'learn.csv');
    writeFileSync(file, [...bostonFile(11, 400)].join(''));
    const first = await run(file);
    const adopted = (await log()).filter(
      ({ type, stream }) => type === 'PolicyAdopted' && stream === 'policy-open311',
    );
    const { version } = bundledRules.pack('open311');
    const versions = adopted.map(({ data }) => (data as { pack: { version: number } }).pack.version);
    expect(versions).toEqual([version, version + 1]);
    const { services } = (adopted[1]!.data as { pack: { services: Record<string, unknown> } }).pack;
    const clock = { unit: 'weekday-clock', opens: '08:30', closes: '17:00' };
    const own = bundledRules.pack('open311').services;
    expect(services).toEqual({
      ...own,
      'graffiti-removal': { ...clock, amount: 45 },
      'improper-storage-of-trash-barrels': { ...clock, amount: 2 },
      'parking-enforcement': { ...clock, amount: 1 },
      'request-for-pothole-repair': { ...clock, amount: 1 },
      'requests-for-street-cleaning': { ...clock, amount: 1 },
      'rodent-activity': { unit: 'calendar-days-exact', amount: 30 },
      'street-light-outages': { ...clock, amount: 10 },
      'traffic-signal-inspection': { unit: 'calendar-days-exact', amount: 1 },
      'unsatisfactory-living-conditions': { unit: 'calendar-days-exact', amount: 120 },
    });
    const [, agree, of] = /^  all +([\d,]+) of ([\d,]+)/m.exec(first.out)!.map(Number);
    expect(of).toBe(readFileSync(file, 'utf8').match(/^\d+,[^,]+,[^,]+,/gm)!.length);
    expect(agree! / of!).toBeGreaterThan(0.95);
    await run(file);
    expect((await log()).filter(({ stream }) => stream === 'policy-open311')).toHaveLength(2);
  });

  it('writes nothing in a dry run: no event, no schema, no folder, no key, no rejects', async () => {
    const { run, log, key } = await installation();
    const empty = await run(SAMPLE, '--dry-run');
    expect(empty).toMatchObject({ code: 0, err: '' });
    expect(figure(empty, 'cases registered')).toBe(46);
    expect(existsSync(key)).toBe(false);
    await expect(log()).rejects.toThrow();
    const data = path.join(folder, 'no-such-folder');
    const alone = await start(['import', SAMPLE, '--mapping', 'boston-311', '--data', data, '--dry-run'])
      .ended;
    expect(alone.out.replace(/time .*/, '')).toBe(empty.out.replace(/time .*/, ''));
    expect(existsSync(data)).toBe(false);
    expect(await readdir(path.dirname(SAMPLE))).toEqual(['boston-60.csv']);

    await run(SAMPLE, '--rejects', path.join(folder, 'r.csv'));
    const before = (await log()).length;
    const later = await run(SAMPLE, '--dry-run');
    expect([figure(later, 'cases registered'), figure(later, 'already there')]).toEqual([0, 46]);
    expect(await log()).toHaveLength(before);
  });

  it('adds only what has come to pass since', async () => {
    const { run, log } = await installation();
    const file = path.join(folder, 'since.csv');
    const [header, ...rows] = [...bostonFile(5, 30)];
    const isOpen = (row: string): boolean => row.includes(',Open,');
    writeFileSync(file, [header, ...rows].join(''));
    await run(file);
    const before = cases(await log());
    const closing = (row: string): string =>
      row.replace(/^(\d+,[^,]+,[^,]*),,(\w+),Open,/, '$1,2024-03-01 10:00:00,$2,Closed,');
    writeFileSync(file, [header, ...rows.map((row) => (isOpen(row) ? closing(row) : row))].join(''));
    const again = await run(file);
    const opened = rows.filter(isOpen).length;
    expect(opened).toBeGreaterThan(0);
    expect([figure(again, 'cases brought up to date'), figure(again, 'already there')]).toEqual([
      opened,
      30 - opened,
    ]);
    const after = cases(await log());
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length - before.length).toBe(opened * 4);
  });

  it('goes on after it was killed, and ends as if it had not been', async () => {
    const [whole, cut] = [await installation(), await installation()];
    const file = path.join(folder, 'killed.csv');
    writeFileSync(file, [...bostonFile(23, 1_500)].join(''));
    expect((await whole.run(file)).code).toBe(0);

    const { child, ended } = start(['import', file, ...cut.at]);
    const begun = new Promise<void>((resolve) => {
      void (async () => {
        while ((await cut.store.head().catch(() => 0)) < 3_000) await new Promise((go) => setImmediate(go));
        resolve();
      })();
    });
    await begun;
    child.kill('SIGKILL');
    await ended;
    const broken = cases(await cut.log());
    expect(broken.length).toBeGreaterThan(0);
    const resumed = await cut.run(file);
    const there = figure(resumed, 'already there');
    expect(there).toBeGreaterThan(0);
    expect(figure(resumed, 'cases registered')).toBe(1_500 - there);
    const [expected, found] = [cases(await whole.log()), cases(await cut.log())];
    expect(broken.length).toBeLessThan(expected.length);
    expect(found).toEqual(expected);
  });

  it('ends what it has begun on a signal, even one that comes twice, and says so', async () => {
    const { at, store, log } = await installation();
    const file = path.join(folder, 'stopped.csv');
    writeFileSync(file, [...bostonFile(29, 20_000)].join(''));
    const { child, ended } = start(['import', file, ...at]);
    while ((await store.head().catch(() => 0)) < 1_000) await new Promise((go) => setImmediate(go));
    child.kill('SIGINT');
    child.kill('SIGTERM');
    const stopped = await ended;
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/^huiyin: stopped: /m);
    const registered = figure(stopped, 'cases registered');
    expect(registered).toBeLessThan(20_000);
    expect((await log()).filter(({ type }) => type === 'CaseRegistered')).toHaveLength(registered);
  });

  it('joins the database of a data folder that runs, and stops one that it started', async () => {
    const data = path.join(folder, 'data');
    const pid = path.join(data, 'postgres', 'postmaster.pid');
    const args = ['import', SAMPLE, '--mapping', 'boston-311', '--data', data];
    const rejects = ['--rejects', path.join(folder, 'data.csv')];
    const alone = await start([...args, ...rejects]).ended;
    expect(figure(alone, 'cases registered')).toBe(46);
    expect(existsSync(pid)).toBe(false);
    const running = await startEmbeddedPostgres({ folder: path.join(data, 'postgres') });
    try {
      const joined = await start([...args, ...rejects]).ended;
      expect(figure(joined, 'already there')).toBe(46);
      expect(existsSync(pid)).toBe(true);
    } finally {
      await running.stop();
    }
  });

  it('tells rows of another encoding apart', async () => {
    const { run, log } = await installation();
    const file = path.join(folder, 'latin1.csv');
    const lines = [...bostonFile(5, 3)].join('').split('\n');
    const broken = Buffer.from(lines[2]!.replaceAll('Example St', 'Straße'), 'latin1');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from(`${lines[0]}\n${lines[1]}\n`), broken, Buffer.from(`\n${lines[3]}\n`)]),
    );
    const ended = await run(file);
    expect([figure(ended, 'cases registered'), figure(ended, 'rejected')]).toEqual([2, 1]);
    expect(readFileSync(`${file}.rejects.csv`, 'utf8').split('\n')[1]).toBe(
      '3,location,not-utf8,it holds bytes that are no UTF-8',
    );
    expect((await log()).filter(({ type }) => type === 'CaseRegistered')).toHaveLength(2);
  });

  it('stops at --limit rows', async () => {
    const { run, log } = await installation();
    const file = path.join(folder, 'limit.csv');
    writeFileSync(file, [...bostonFile(1, 100)].join(''));
    expect(figure(await run(file, '--limit', '10'), 'cases registered')).toBe(10);
    expect((await log()).filter(({ type }) => type === 'CaseRegistered')).toHaveLength(10);
  });

  it.each<[string, string, (at: string[]) => string[]]>([
    ['file-not-found', 'there is no file /nowhere.csv', (at) => ['/nowhere.csv', ...at]],
    ['mapping-not-found', 'there is no mapping lost', () => [SAMPLE, '--mapping', 'lost']],
    ['bad-header', 'there is no column case_enquiry_id', (at) => [MAPPING, ...at]],
    ['bad-mapping', 'not JSON', () => [SAMPLE, '--mapping', MAIN]],
    ['usage', "option '--limit <rows>' argument 'ten' is invalid", (at) => [SAMPLE, ...at, '--limit', 'ten']],
    ['usage', "required option '--mapping <file>' not specified", () => [SAMPLE]],
    ['usage', 'unknown option', (at) => [SAMPLE, ...at, '--colour']],
    [
      'usage',
      '--database needs --master-key-file',
      () => [SAMPLE, ...['--mapping', 'boston-311', '--database', 'postgresql://127.0.0.1:1/x']],
    ],
  ])('says %s: %s … on one line and ends with 2', async (code, message, args) => {
    const at = ['--mapping', 'boston-311', '--data', path.join(folder, 'none')];
    const ended = await start(['import', ...args(at)]).ended;
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(new RegExp(`^huiyin: ${code}: [^\n]+\n$`));
    expect(ended.err).toContain(message);
    expect(existsSync(path.join(folder, 'none'))).toBe(false);
  });

  it('says on one line that the database is away, and ends with 1', async () => {
    const away = ['--database', 'postgresql://127.0.0.1:1/x', '--master-key-file', path.join(folder, 'k')];
    const ended = await start(['import', SAMPLE, '--mapping', 'boston-311', ...away]).ended;
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^huiyin: [a-z-]+: [^\n]*ECONNREFUSED[^\n]*\n$/);
  });
});
