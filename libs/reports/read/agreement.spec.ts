import { EVERYTHING } from '@huiyin/access';
import { openFilledViews, type FilledViews } from '@huiyin/metrics/filled-views.fixture';
import { randomCity } from '@huiyin/metrics/random-city.fixture';
import { bundledRules } from '@huiyin/policy';
import type { Told } from '@huiyin/testing/view';
import fc from 'fast-check';
import { canonicalJson, makeReport, problemsOf, readReport, ReportRefused, type ReportRequest } from '..';

/* The read models and the log make the same report, to the byte, whatever happened in the city. */

const RUNS = 3;
/** Cities that are always among them: together they fill every section. */
const FIXED = { seed: 3, numRuns: 5 };

let views: FilledViews;
beforeAll(async () => void (views = await openFilledViews()));
afterAll(() => views.close());

const office = fc.option(fc.constantFrom('petitions', 'housing', 'construction'), { nil: undefined });
const request: fc.Arbitrary<ReportRequest> = fc.oneof(
  fc.record({ kind: fc.constant('yearly-report' as const), year: fc.constantFrom(2026, 2027), office }),
  fc.record({
    kind: fc.constant('bulletin' as const),
    from: fc.constantFrom('2026-03-01', '2026-05-10'),
    to: fc.constant('2026-05-31'),
    office,
  }),
);
const asked = fc.record({
  request,
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
  now: fc.constantFrom('2026-06-15T00:00:00.000Z', '2027-06-15T00:00:00.000Z', '2028-01-01T00:00:00.000Z'),
});

/** Advice on a case that is there, with some answers. */
const advice: readonly Told[] = (['adopted', 'partly', 'refused', undefined] as const).flatMap(
  (answer, number) => {
    const on = (type: string, data: object): Told => ({
      stream: `advice-${number}`,
      type,
      data: { office: 'housing', adviser: 'petitions', by: 'petitions', ...data },
      occurredAt: '2026-05-20T00:00:00.000Z',
    });
    const type = { adopted: 'AdviceAdopted', partly: 'AdvicePartlyAdopted', refused: 'AdviceRefused' };
    const kind = number % 2 === 0 ? 'improve-work' : 'improve-policy';
    const grounds = [{ caseId: 'good' }];
    return [
      on('AdviceGiven', { pack: 'xinfang-2022', kind, text: 't', reasons: 'r', grounds }),
      ...(answer ? [on(type[answer], { plan: 'p', reasons: 'r', explained: true })] : []),
    ];
  },
);

const outcomeOf = async (make: () => unknown): Promise<string> => {
  try {
    return canonicalJson(await make());
  } catch (error) {
    if (error instanceof ReportRefused) return `${error.code}: ${error.message}`;
    throw error;
  }
};

test('what the views say and what the log says are the same to the byte', async () => {
  const filled = new Set<string>();
  const questions = fc.array(asked, { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(randomCity, questions, async (told, all) => {
      const events = await views.fill([...told, ...advice]);
      const position = events.at(-1)!.position;
      const rules = bundledRules;
      for (const one of all) {
        const { now, timeZone } = one;
        const seen = { rules, now, timeZone, sight: EVERYTHING };
        const part = { rules, now, timeZone, events, position };
        const read = await outcomeOf(() => readReport(views.source, one.request, seen));
        expect(await outcomeOf(() => makeReport(one.request, part))).toBe(read);
        if (!read.startsWith('{')) continue;
        const report = makeReport(one.request, part);
        expect(problemsOf(report)).toEqual([]);
        for (const { id, rows } of report.sections) if (rows.length > 0) filled.add(id);
      }
    }),
    {
      numRuns: FIXED.numRuns + RUNS,
      endOnFailure: true,
      examples: fc.sample(fc.tuple(randomCity, questions), FIXED),
    },
  );
  // A section that never had a row has not been tested.
  for (const id of [
    'statistics',
    'fields',
    'complained-of',
    'sending',
    'assessment',
    'key-figures',
    'offices',
    'advice',
  ])
    expect([...filled]).toContain(id);
});
