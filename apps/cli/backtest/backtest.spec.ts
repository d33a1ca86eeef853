import { createPostgresEventStore, migrateEventStore, type NewEvent } from '@huiyin/event-store';
import { uuidv7 } from '@huiyin/kernel';
import { bundledCalendars, bundledPacks, bundledRules, refOf } from '@huiyin/policy';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXIT } from '../failure';
import { run } from '../program';

const pack = bundledRules.pack('xinfang-2022');
const strict = {
  ...pack,
  version: pack.version + 1,
  duties: pack.duties.map((rule) =>
    rule.id === 'answer' ? { ...rule, period: { unit: 'days', amount: 5 } } : rule,
  ),
};

describe('huiyin backtest', () => {
  let database: TestDatabase;
  let folder: string;
  let said: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'huiyin-backtest-'));
    database = await createTestDatabase();
    await migrateEventStore(database.url);
    await writeCase(database.url);
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    said = '';
    const hear = (text: unknown): boolean => {
      said += String(text);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
  });
  afterEach(() => jest.restoreAllMocks());

  async function backtest(policy: unknown, ...more: string[]) {
    const file = path.join(folder, 'policy.json');
    await writeFile(file, typeof policy === 'string' ? policy : JSON.stringify(policy));
    const access = [
      '--database',
      database.url,
      '--master-key-file',
      'unused',
      '--out',
      path.join(folder, 'out'),
    ];
    const days = more.includes('--from') ? [] : ['--from', '2026-01-01', '--to', '2026-12-31'];
    return run(['backtest', '--policy', file, ...days, ...access, ...more]);
  }
  const head = async (): Promise<number> => {
    const store = createPostgresEventStore({ url: database.url });
    return store.head().finally(() => store.close());
  };

  it('prints what would have been beside what was, writes both files and the page, and nothing to the log', async () => {
    const before = await head();
    expect(await backtest(strict)).toBe(EXIT.done);
    expect(said).toMatch(/1 cases, .* offices/);
    expect(said).toMatch(/breached +0 +[1-9]/);
    const out = (name: string) => readFile(path.join(folder, 'out', name), 'utf8');
    expect(await out('offices.csv')).toMatch(/^office,due_was,due_would,.*\r\n.*housing,/s);
    expect(await out('missed.csv')).toMatch(/would,\S+,answer,housing,2026-/);
    expect(await out('report.html')).toContain(`<h1>规则回测 Backtest: xinfang-2022@${strict.version}</h1>`);
    expect(await head()).toBe(before);
  });

  it.each([
    ['no JSON', '{', [], 'bad-policy'],
    ['no pack', {}, [], 'bad-policy'],
    [
      'a pack that contradicts itself',
      { ...pack, duties: [{ ...pack.duties[0], raisedBy: [{ event: 'Nothing' }] }] },
      [],
      'bad-policy',
    ],
    ['a calendar that nobody adopted', { ...pack, calendar: 'mars' }, [], 'bad-policy'],
    ['cases that nobody registered', { ...pack, id: 'other' }, [], 'no-such-cases'],
    ['no date', pack, ['--from', 'May', '--to', '2026-12-31'], 'usage'],
    ['days the wrong way round', pack, ['--from', '2026-12-31', '--to', '2026-01-01'], 'usage'],
  ])('refuses %s in one line', async (_, policy, more, code) => {
    expect(await backtest(policy, ...more)).toBe(EXIT.badInput);
    expect(said.trimEnd().split('\n')).toEqual([expect.stringMatching(new RegExp(`^huiyin: ${code}: .`))]);
  });
});

/** One case that was accepted and never answered. */
async function writeCase(url: string): Promise<void> {
  const steps: Step[] = [
    ['CaseRegistered', '2026-02-02', registration],
    [
      'CaseSorted',
      '2026-02-03',
      { by: 'petitions', routes: [{ claim: 'c1', route: 'residual' }], procedure: 'ordinary' },
    ],
    ['CaseSent', '2026-02-03', { by: 'petitions', to: 'housing', mode: 'refer', reachable: true }],
    ['CaseAcknowledged', '2026-02-04', { by: 'housing', how: 'written' }],
    ['CaseAccepted', '2026-02-05', { by: 'housing', procedure: 'ordinary' }],
    ['CaseAnswered', '2026-02-26', { by: 'housing', outcomes: [], basis: 'b' }],
    ['CaseClosed', '2026-02-26', { by: 'housing' }],
  ];
  const store = createPostgresEventStore({ url });
  const append = (stream: string, steps: readonly Step[]) =>
    store.append({
      commandId: randomUUID(),
      streams: [{ stream, expectedRevision: 'none', events: steps.map(eventOf) }],
    });
  for (const one of bundledCalendars)
    await append(`calendar-${one.id}`, [['CalendarAdopted', '2026-01-01', { calendar: one }]]);
  for (const one of bundledPacks)
    await append(`policy-${one.id}`, [['PolicyAdopted', '2026-01-01', { pack: one }]]);
  await append(`case-${randomUUID()}`, steps);
  await store.close();
}

type Step = [type: string, date: string, data: object];

function eventOf([type, date, data]: Step): NewEvent {
  const at = `${date}T02:00:00.000Z`;
  const meta = { actor: 'clerk', office: 'petitions', commandId: randomUUID(), correlationId: 'c' };
  return { id: uuidv7(new Date(at)), type, version: 1, data, meta, occurredAt: at, recordedAt: at };
}

const registration = {
  pack: refOf(pack),
  channel: 'letter',
  claims: [{ id: 'c1', kind: 'claim', summary: 's' }],
  reachable: true,
  receiver: 'petitions',
  receivedAt: '2026-02-02T02:00:00.000Z',
};
