import { given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { officeScorecard } from './projection';
import type { Count, ScorecardRow } from './table';

const one = caseSteps('1', 'housing');
const on = (stream: string, type: string, data: object): Told => ({ stream, type, data });
const revised = on('review-1', 'FindingRevised', {
  ...{ by: 'city', office: 'housing', caseId: '1', confirmedOn: '2026-02-11', cleared: true },
  ...{ was: { outcome: 'fault', reasons: 'r' }, finding: { outcome: 'no-fault', reasons: 'r' } },
});
const finding = (outcome: string) =>
  on('review-1', 'FindingConfirmed', {
    by: 'petitions',
    office: 'housing',
    caseId: '1',
    pack: 'xinfang-2022',
    finding: { outcome, reasons: 'r' },
  });

test.each<[Count, string, Told]>([
  ['received', 'petitions', one.registered()],
  ['received', 'housing', one.sent()],
  ['acknowledged', 'housing', one.acknowledged()],
  ['accepted', 'housing', one.accepted()],
  ['objected', 'housing', one.objected()],
  ['returned', 'housing', one.upheld()],
  ['answered', 'housing', one.answered()],
  ['closed', 'housing', one.closed()],
  ['extended', 'housing', one.extended()],
  ['reminded', 'housing', one.reminded()],
  ['breached', 'housing', one.breached()],
  [
    'supervised',
    'housing',
    on('supervision-1', 'SupervisionOrdered', { office: 'housing', by: 'petitions' }),
  ],
  ['reviewed', 'housing', on('review-1', 'ReviewOpened', { office: 'housing', by: 'petitions' })],
  ['faults', 'housing', finding('fault')],
  ['noFaults', 'housing', finding('no-fault')],
])('counts %s for %s, and nothing else', (count, office, event) => {
  const rows = given(event).rows<ScorecardRow>(officeScorecard);
  expect(rows).toHaveLength(1);
  const { office: counted, month, ...counts } = rows[0]!;
  expect([counted, month]).toEqual([office, '2026-03']);
  expect(Object.entries(counts).filter(([, value]) => value !== 0)).toEqual([[count, 1]]);
});

test('each month by itself, by the local clock', () => {
  const rows = given(
    one.sent({}, '2026-03-31T15:59:59.999Z'),
    one.sent({}, '2026-03-31T16:00:00.000Z'),
    one.sent({}, '2026-04-02T00:00:00.000Z'),
  ).rows<ScorecardRow>(officeScorecard);
  expect(rows.map(({ month, received }) => [month, received])).toEqual([
    ['2026-03', 1],
    ['2026-04', 2],
  ]);
});

test('a finding that a dispute has changed counts in the month in which it was made', () => {
  const before = { ...finding('fault'), occurredAt: '2026-02-11T01:00:00.000Z' };
  const rows = given(before, { ...revised, occurredAt: '2026-04-01T01:00:00.000Z' }).rows(officeScorecard);
  expect(rows).toMatchObject([{ month: '2026-02', faults: 0, noFaults: 1 }]);
});
