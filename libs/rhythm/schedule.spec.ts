import { CITY, type Rhythm } from '@huiyin/domain';
import { dueNow, nextAt, type LastIssued } from '.';

const rhythm: Rhythm = {
  timeZone: 'Asia/Shanghai',
  dailyAt: '08:30',
  dueSoon_days: 3,
  monthlyOn: 3,
  from: '2026-03-02',
};
const NONE: LastIssued = () => undefined;
const due = (now: string, last: LastIssued = NONE, rhythms = new Map([[CITY, rhythm]])) =>
  dueNow({ rhythms, offices: [{ id: 'housing' }, { id: 'water' }], last, now }).map(
    ({ kind, office, period, at }) => `${kind} ${office ?? '-'} ${period.from}..${period.to} ${at}`,
  );
const lists = (day: string, at: string) =>
  ['housing', 'water'].map((office) => `daily-list ${office} ${day}..${day} ${at}`);

test('each office gets its list every morning at the local time', () => {
  expect(due('2026-03-02T00:29:59.999Z')).toEqual([]);
  expect(due('2026-03-02T00:30:00.000Z')).toEqual(lists('2026-03-02', '2026-03-02T00:30:00.000Z'));
});

test('an office may have a time and a zone of its own', () => {
  const own = { ...rhythm, timeZone: 'Asia/Urumqi', dailyAt: '07:00' };
  const rhythms = new Map([
    [CITY, rhythm],
    ['water', own],
  ]);
  expect(due('2026-03-02T00:59:00.000Z', NONE, rhythms)).toEqual([
    lists('2026-03-02', '2026-03-02T00:30:00.000Z')[0],
  ]);
  expect(due('2026-03-02T01:00:00.000Z', NONE, rhythms)).toContain(
    'daily-list water 2026-03-02..2026-03-02 2026-03-02T01:00:00.000Z',
  );
});

test('what went out does not go out again, and what was missed is made up for', () => {
  const last: LastIssued = (kind, office) =>
    kind === 'daily-list' && office === 'housing' ? '2026-03-04' : '2026-03-02';
  expect(due('2026-03-04T09:00:00.000Z', last)).toEqual(
    [
      'daily-list water 2026-03-03..2026-03-03 2026-03-03T00:30:00.000Z',
      'monthly-circular - 2026-02-01..2026-02-28 2026-03-03T00:30:00.000Z',
      'monthly-analysis - 2026-02-01..2026-02-28 2026-03-03T00:30:00.000Z',
      'daily-list water 2026-03-04..2026-03-04 2026-03-04T00:30:00.000Z',
    ].filter((one) => !one.startsWith('monthly')),
  );
  expect(due('2026-06-01T09:00:00.000Z').filter((one) => one.includes('housing'))).toHaveLength(15);
});

test('circular and analysis go out once a month, the ranking once a quarter', () => {
  const late: LastIssued = (kind) => (kind === 'daily-list' ? '2026-12-31' : undefined);
  const at = '2026-04-03T00:30:00.000Z';
  expect(due('2026-04-03T01:00:00.000Z', late)).toEqual([
    'monthly-circular - 2026-02-01..2026-02-28 2026-03-03T00:30:00.000Z',
    'monthly-analysis - 2026-02-01..2026-02-28 2026-03-03T00:30:00.000Z',
    'quarterly-ranking - 2025-10-01..2025-12-31 2026-03-03T00:30:00.000Z',
    `monthly-circular - 2026-03-01..2026-03-31 ${at}`,
    `monthly-analysis - 2026-03-01..2026-03-31 ${at}`,
    `quarterly-ranking - 2026-01-01..2026-03-31 ${at}`,
  ]);
});

test('nothing goes out where no rhythm is set, nor before its first day', () => {
  expect(due('2026-03-02T09:00:00.000Z', NONE, new Map())).toEqual([]);
  expect(due('2026-03-01T09:00:00.000Z')).toEqual([]);
});

test('it wakes at the next time of day, the first day at the earliest', () => {
  const next = (now: string, rhythms = new Map([[CITY, rhythm]])) => nextAt({ rhythms, now });
  expect(next('2026-02-01T00:00:00.000Z')).toBe('2026-03-02T00:30:00.000Z');
  expect(next('2026-03-02T00:30:00.000Z')).toBe('2026-03-03T00:30:00.000Z');
  expect(next('2026-03-05T00:00:00.000Z')).toBe('2026-03-05T00:30:00.000Z');
  expect(next('2026-03-05T00:00:00.000Z', new Map())).toBeUndefined();
});

test('an office gets no lists from before it was registered', () => {
  const offices = [{ id: 'housing', since: '2026-03-04T00:30:00.001Z' }];
  const days = dueNow({
    rhythms: new Map([[CITY, rhythm]]),
    offices,
    last: NONE,
    now: '2026-03-06T01:00:00.000Z',
  })
    .filter(({ kind }) => kind === 'daily-list')
    .map(({ period }) => period.to);
  expect(days).toEqual(['2026-03-05', '2026-03-06']);
});
