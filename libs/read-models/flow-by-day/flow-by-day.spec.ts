import { bundledAdopted, given } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { flowByDay } from './projection';

const [one, two] = [caseSteps('1'), caseSteps('2')];

test('cases and the persons behind them count on the day that they came in', () => {
  const rows = given(
    one.registered({ persons: 5 }, '2026-03-02T01:00:00.000Z'),
    two.registered({}, '2026-03-02T09:00:00.000Z'),
    one.closed({}, '2026-03-20T01:00:00.000Z'),
    one.reopened({}, '2026-03-20T05:00:00.000Z'),
  ).rows(flowByDay);
  expect(rows).toEqual([
    { day: '2026-03-02', inflow: 2, closed: 0, reopened: 0, persons: 6 },
    { day: '2026-03-20', inflow: 0, closed: 1, reopened: 1, persons: 0 },
  ]);
});

test.each([
  ['xinfang-2022', '2026-03-03'],
  ['open311', '2026-03-02'],
])('the day is that of the zone of %s', (pack, day) => {
  const late = one.registered({ pack }, '2026-03-02T17:30:00.000Z');
  expect(given(...bundledAdopted, late).rows(flowByDay)).toMatchObject([{ day }]);
});
