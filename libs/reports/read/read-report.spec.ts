import { EVERYTHING, type Sight } from '@huiyin/access';
import { openFilledViews, type FilledViews } from '@huiyin/metrics/filled-views.fixture';
import { bundledRules } from '@huiyin/policy';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted, type Told } from '@huiyin/testing/view';
import { canonicalJson, parseReportId, problemsOf, readReport, type ReportDocument } from '..';

const at = (day: string): string => `${day}T02:00:00.000Z`;
const NOW = at('2027-02-01');
const office = (id: string, superior?: string): Told => ({
  stream: `office-${id}`,
  type: 'OfficeRegistered',
  data: {
    name: { zh: `${id}局`, en: `Bureau ${id}` },
    kind: 'office',
    level: 'county',
    territory: '西城区',
    functions: [],
    superior,
  },
  occurredAt: at('2026-01-01'),
});
const DIRECTORY = [office('city'), office('housing', 'city'), office('heating', 'housing')];

/** A case that was sent to an office and closed; `more` goes on its registration. */
function life(id: string, to: string, more: Record<string, unknown> = {}): readonly Told[] {
  const steps = caseSteps(id, to);
  return [
    steps.registered({ receivedAt: at('2026-03-02'), ...more }, at('2026-03-02')),
    steps.sorted({}, at('2026-03-03')),
    steps.sent({}, at('2026-03-04')),
    steps.acknowledged({}, at('2026-03-05')),
    steps.accepted({}, at('2026-03-06')),
    steps.closed({}, at('2026-03-20')),
  ];
}
const supervised = (caseId: string, office: string): readonly Told[] => [
  {
    stream: `supervision-${caseId}`,
    type: 'SupervisionOrdered',
    data: { pack: 'xinfang-2022', caseId, office, by: 'petitions', trigger: 'delay' },
    occurredAt: at('2026-04-01'),
  },
  {
    stream: `supervision-${caseId}`,
    type: 'SupervisionReplied',
    data: { by: office, text: '已整改' },
    occurredAt: at('2026-04-10'),
  },
];
const fault = (office: string, caseId: string): readonly Told[] => [
  {
    stream: `standing-${office}`,
    type: 'FaultCounted',
    data: {
      ...{ office, pack: 'xinfang-2022', reviewId: 'r1', caseId, kind: 'late', gravity: 'ordinary' },
      ...{ at: at('2026-05-01'), inWindow: 1 },
    },
    occurredAt: at('2026-05-01'),
  },
  {
    stream: `standing-${office}`,
    type: 'RungReached',
    data: { office, pack: 'xinfang-2022', rung: 'talk', faults: 1, at: at('2026-05-01') },
    occurredAt: at('2026-05-01'),
  },
];

const accusing = {
  claims: [{ id: 'c1', kind: 'accusation', summary: 's', accuses: ['housing'] }],
};
const many = (count: number, to: string, name = to): readonly Told[] =>
  Array.from({ length: count }, (_, index) => life(`${name}${index}`, to)).flat();
const CITY: readonly Told[] = [
  ...bundledAdopted,
  ...DIRECTORY,
  ...many(7, 'heating'),
  ...many(12, 'housing'),
  ...many(2, 'city'),
  ...supervised('heating0', 'heating'),
  ...fault('heating', 'heating0'),
];
/** Against the housing bureau and so kept from it and from those below it. */
const HIDDEN: readonly Told[] = [
  ...life('secret', 'city', { ...accusing, category: 'conduct', channel: 'letter' }),
  ...supervised('secret', 'city'),
  ...fault('city', 'secret'),
];

let views: FilledViews;
beforeAll(async () => void (views = await openFilledViews()));
afterAll(() => views.close());

const read = (id: string, sight: Sight = EVERYTHING, now = NOW): Promise<ReportDocument> =>
  readReport(views.source, parseReportId(id), { rules: bundledRules, now, sight, timeZone: 'Asia/Shanghai' });
const sectionOf = (document: ReportDocument, id: string) =>
  document.sections.find((section) => section.id === id)!;
const figures = (document: ReportDocument, id: string): unknown[] =>
  sectionOf(document, id).rows.map(([first, ...rest]) => [
    first?.kind === 'text' ? first.text.zh : first,
    ...rest.map((cell) => ('value' in cell ? cell.value : cell.kind)),
  ]);

describe('the yearly report', () => {
  let report: ReportDocument;
  let events: number;
  beforeAll(async () => {
    events = (await views.fill(CITY)).length;
    report = await read('yearly-report-2026');
  });

  test('holds together, tells its position and rules, and each number is defined by the registry', () => {
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatchObject({
      id: 'yearly-report-2026',
      computedAt: { position: events, instant: '2026-12-31T16:00:00.000Z' },
      policies: ['xinfang-2022'],
      scope: { of: 'city' },
    });
    const inflow = sectionOf(report, 'statistics').rows[0]!;
    expect(inflow[0]).toMatchObject({ text: { en: 'Inflow (cases)' } });
    expect(inflow[1]).toEqual({
      kind: 'count',
      value: 21,
      cases: '/api/v1/metrics/inflow/cases?from=2026-01-01&to=2026-12-31&exact=true',
    });
    expect(inflow[3]).toMatchObject({ text: { zh: expect.stringMatching(/登记时间在期内.*第四十一条/) } });
  });

  test('Art. 41: fields, offices most complained of by themselves, referral, orders by reason, rungs', () => {
    expect(figures(report, 'channels')).toEqual([['来访', 21]]);
    expect(figures(report, 'fields')).toEqual([['住房', 21, 0]]);
    // Two cases could tell of somebody, and seven would tell of the two beside the sum.
    expect(figures(report, 'complained-of')).toEqual([
      ['housing局', 12],
      ['heating局', 'suppressed'],
      ['city局', 'suppressed'],
    ]);
    expect(figures(report, 'supervision')).toEqual([['拖延', 1, 1, 0]]);
    expect(figures(report, 'rungs')).toMatchObject([['heating局', 'text', 'instant', 1]]);
  });

  test('Art. 41: referral, assignment and supervision by office; advice made and adopted, by its kind', async () => {
    const advice = (id: string, kind: string, answer?: string): readonly Told[] => {
      const between = { office: 'housing', adviser: 'petitions' };
      const given = { ...between, by: 'petitions', pack: 'xinfang-2022@2', kind, text: 't', reasons: 'r' };
      const told = (type: string, data: object): Told => ({
        stream: `advice-${id}`,
        type,
        data,
        occurredAt: at('2026-06-01'),
      });
      return [
        told('AdviceGiven', { ...given, grounds: [{ caseId: 'housing0' }] }),
        ...(answer
          ? [told(answer, { ...between, by: 'housing', plan: 'p', reasons: 'r', explained: true })]
          : []),
      ];
    };
    await views.fill([
      ...CITY,
      ...advice('a1', 'improve-work', 'AdviceAdopted'),
      ...advice('a2', 'improve-work', 'AdvicePartlyAdopted'),
      ...advice('a3', 'improve-policy', 'AdviceRefused'),
      ...advice('a4', 'improve-policy'),
    ]);
    const year = await read('yearly-report-2026');
    expect(figures(year, 'advice')).toEqual([
      ['完善政策', 2, 0, 0, 1],
      ['改进工作', 2, 1, 1, 0],
    ]);
    // Referred, assigned, supervised.
    expect(figures(year, 'sending')).toEqual(
      expect.arrayContaining([
        ['housing局', 12, 0, 0],
        ['heating局', 'suppressed', 0, 1],
      ]),
    );
    await views.fill(CITY);
  });

  test('a rung that was withdrawn, its faults set aside, is not told', async () => {
    const withdrawn: Told = {
      stream: 'standing-heating',
      type: 'RungWithdrawn',
      data: { office: 'heating', pack: 'xinfang-2022', rung: 'talk', reasons: 'r' },
      occurredAt: at('2026-06-01'),
    };
    await views.fill([...CITY, withdrawn]);
    expect(figures(await read('yearly-report-2026'), 'rungs')).toEqual([]);
    await views.fill(CITY);
  });

  test('of one office: with those below it and nothing else', async () => {
    const own = await read('yearly-report-2026-housing');
    expect(own.scope).toMatchObject({ of: 'office', name: { en: 'Bureau housing' } });
    expect(figures(own, 'complained-of')).toEqual([
      ['housing局', 12],
      ['heating局', 7],
    ]);
  });

  test('asked twice it is the same to the byte', async () =>
    expect(canonicalJson(await read('yearly-report-2026'))).toBe(canonicalJson(report)));

  test('a year that is not over says so', async () => {
    const early = await read('yearly-report-2026', EVERYTHING, at('2026-06-01'));
    expect(early.computedAt.instant).toBe(at('2026-06-01'));
    expect(early.notes.map(({ en }) => en)).toContainEqual(expect.stringContaining('not over'));
  });

  test.each([
    ['yearly-report-2030', 'period-to-come'],
    ['yearly-report-2019', 'no-data'],
    ['yearly-report-2026-nowhere', 'unknown-office'],
    ['bulletin-2026-03-10-2026-03-01', 'unknown-report'],
    ['bulletin-2026-02-30-2026-03-01', 'unknown-report'],
    ['bulletin-2026-01-01-2026-12-31', 'unknown-report'],
    ['weekly-report-2026', 'unknown-report'],
    ['yearly-report-26', 'unknown-report'],
  ])('%s is refused: %s', async (id, code) => {
    await expect((async () => read(id))()).rejects.toMatchObject({ code, message: expect.any(String) });
  });
});

describe('a bulletin', () => {
  test('has its days beside as many before', async () => {
    await views.fill(CITY);
    const report = await read('bulletin-2026-03-01-2026-03-07');
    expect(problemsOf(report)).toEqual([]);
    const [, now, before] = sectionOf(report, 'key-figures').rows[0]!;
    expect([now, before]).toMatchObject([{ value: 21 }, { value: 0 }]);
    expect(report.title.zh).toBe('信访工作快报（2026-03-01至2026-03-07）');
  });
});

test('whoever must not see a case reads the report that there would be without it', async () => {
  const barred: Sight = { of: 'all-but', keptFrom: ['housing'] };
  for (const id of ['yearly-report-2026', 'bulletin-2026-03-01-2026-03-31', 'yearly-report-2026-city']) {
    await views.fill(CITY);
    const { computedAt: _, ...without } = await read(id, barred);
    await views.fill([...CITY, ...HIDDEN]);
    const { computedAt: __, ...now } = await read(id, barred);
    expect(now).toEqual(without);
    const { computedAt: ___, ...operator } = await read(id);
    expect(operator).not.toEqual(without);
  }
});
