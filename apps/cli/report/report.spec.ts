import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted, stored, type Told } from '@huiyin/testing/view';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXIT } from '../failure';
import { run } from '../program';

const steps = caseSteps('1', 'housing');
const TOLD: readonly Told[] = [
  ...bundledAdopted,
  {
    stream: 'office-housing',
    type: 'OfficeRegistered',
    data: {
      name: { zh: '住房局', en: 'Housing' },
      kind: 'office',
      level: 'city',
      territory: '',
      functions: [],
    },
  },
  steps.registered(),
  steps.sorted(),
  steps.sent(),
  steps.closed(),
];

describe('huiyin report', () => {
  let database: TestDatabase;
  let folder: string;
  let said: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'huiyin-report-'));
    database = await createTestDatabase();
    await migrateEventStore(database.url);
    const store = createPostgresEventStore({ url: database.url });
    for (const { stream, revision, position: _, ...event } of stored(TOLD))
      await store.append({
        commandId: randomUUID(),
        streams: [{ stream, expectedRevision: revision === 0 ? 'none' : revision - 1, events: [event] }],
      });
    await store.close();
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

  const report = (...args: string[]) =>
    run(['report', ...args, '--database', database.url, '--master-key-file', 'unused']);

  test('writes the yearly report as a page, and says of which position it is', async () => {
    const out = path.join(folder, 'yearly.html');
    expect(
      await report('yearly', '--year', '2026', '--format', 'html', '--out', out, '--lang', 'zh-CN'),
    ).toBe(EXIT.done);
    expect(said).toBe(`${out}: yearly-report-2026, computed at log position ${TOLD.length}\n`);
    expect(await readFile(out, 'utf8')).toContain('<h1>2026年信访工作年度报告</h1>');
  });

  test('PDF needs a file to go into, and a browser that is there; nothing half-written is left', async () => {
    expect(await report('yearly', '--year', '2026', '--format', 'pdf')).toBe(EXIT.badInput);
    expect(said).toContain('--format pdf needs --out <file>');
    const out = path.join(folder, 'none.pdf');
    process.env['CHROMIUM'] = path.join(folder, 'no-such-browser');
    try {
      expect(await report('yearly', '--year', '2026', '--format', 'pdf', '--out', out)).toBe(EXIT.badInput);
      expect(said).toContain('no-browser');
      process.env['CHROMIUM'] = '/bin/false';
      expect(await report('yearly', '--year', '2026', '--format', 'pdf', '--out', out)).toBe(EXIT.failed);
      expect(said).toContain('not-printed');
    } finally {
      delete process.env['CHROMIUM'];
    }
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });

  test('prints CSV and JSON, the same bytes each time, also as the log was before', async () => {
    expect(
      await report('yearly', '--year', '2026', '--format', 'csv', '--section', 'sending', '--no-bom'),
    ).toBe(0);
    expect(said).toMatch(/^单位,转送,交办,督办\r\n住房局,少于5,0,0\r\n$/);
    const json = async (...more: string[]): Promise<string> => {
      said = '';
      expect(
        await report('bulletin', '--from', '2026-03-01', '--to', '2026-03-31', '--format', 'json', ...more),
      ).toBe(0);
      return said;
    };
    const now = await json();
    expect(await json()).toBe(now);
    const before = await json('--position', String(TOLD.length - 1));
    expect(before).not.toBe(now);
    expect(JSON.parse(before)).toMatchObject({ computedAt: { position: TOLD.length - 1 } });
  });

  test.each([
    ['a year to come', ['yearly', '--year', '2031'], 'period-to-come'],
    ['a year without records', ['yearly', '--year', '2019'], 'no-data'],
    ['what is no year', ['yearly', '--year', 'soon'], 'unknown-report'],
    ['no year', ['yearly'], 'usage'],
    [
      'a bulletin of half a year',
      ['bulletin', '--from', '2026-01-01', '--to', '2026-06-30'],
      'unknown-report',
    ],
    ['an office that is not there', ['yearly', '--year', '2026', '--office', 'mars'], 'unknown-office'],
    ['a position to come', ['yearly', '--year', '2026', '--position', '9999999'], 'usage'],
    [
      'a section that is not there',
      ['yearly', '--year', '2026', '--format', 'csv', '--section', 'x'],
      'usage',
    ],
    ['another language', ['yearly', '--year', '2026', '--lang', 'fr'], 'usage'],
    ['what never went out', ['issued', 'daily-list-2026-03-02-housing'], 'unknown-report'],
  ])('refuses %s in one line', async (_, args, code) => {
    expect(await report(...args)).toBe(EXIT.badInput);
    expect(said.trimEnd().split('\n')).toEqual([expect.stringMatching(new RegExp(`^huiyin: ${code}: .`))]);
  });
});
