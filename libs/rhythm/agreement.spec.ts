import { BULLETIN_KINDS } from '@huiyin/domain';
import { openFilledViews, type FilledViews } from '@huiyin/metrics/filled-views.fixture';
import { randomCity } from '@huiyin/metrics/random-city.fixture';
import { bundledRules } from '@huiyin/policy';
import { canonicalBytes, problemsOf } from '@huiyin/reports';
import fc from 'fast-check';
import { makeDocument, sourceOf, withViews, type Asked } from '.';

/* The read models and the log give the same bytes; whoever has the log needs nothing else. */

const RUNS = 5;

let views: FilledViews;
beforeAll(async () => {
  views = await openFilledViews();
});
afterAll(() => views.close());

const asked: fc.Arbitrary<Asked> = fc
  .record({
    kind: fc.constantFrom(...BULLETIN_KINDS),
    office: fc.constantFrom('housing', 'petitions', 'construction', 'discipline'),
    month: fc.integer({ min: 3, max: 12 }),
    dueSoon_days: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ kind, office, month, dueSoon_days }) => {
    const day = (at: number): string => new Date(Date.UTC(2026, at, 0)).toISOString().slice(0, 10);
    const to = day(month);
    const from =
      kind === 'daily-list' ? to : `${day(kind === 'quarterly-ranking' ? month - 2 : month).slice(0, 7)}-01`;
    return {
      kind,
      ...(kind === 'daily-list' && { office }),
      period: { from, to, timeZone: 'Asia/Shanghai' },
      at: `${to}T00:30:00.000Z`,
      dueSoon_days,
    };
  });

test('what the views say and what the log says are the same to the byte', async () => {
  const filled = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomCity, fc.array(asked, { minLength: 6, maxLength: 6 }), async (told, all) => {
      const events = await views.fill(told);
      const position = events.at(-1)!.position;
      const log = sourceOf(events, position, bundledRules);
      for (const one of all) {
        const document = await withViews(views.source, bundledRules, (source) => makeDocument(one, source));
        const again = await makeDocument(one, log);
        expect(problemsOf(document)).toEqual([]);
        expect(canonicalBytes(again).toString()).toBe(canonicalBytes(document).toString());
        if (document.sections.some(({ rows }) => rows.length > 0)) filled.add(one.kind);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // A kind that never had a row has not been tested.
  expect([...filled].sort()).toEqual([...BULLETIN_KINDS].sort());
});
