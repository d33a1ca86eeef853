import fc from 'fast-check';
import { around, cut, PERIOD_UNITS, periodOf, windowOf } from './period';

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2026-03-02', '2026-03-02', '2026-03-02'],
])('%s is from %s to %s', (name, from, to) => expect(periodOf(name)).toEqual({ name, from, to }));

test.each(['', '26', '2026-Q5', '2026-13', '2025-W53', '2026-02-30', '2026-3', 'last month'])(
  '“%s” is no period',
  (name) => expect(periodOf(name)).toBeUndefined(),
);

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const unit = fc.constantFrom(...PERIOD_UNITS);

test('every day lies in one period of each length, which is known by its name', () =>
  fc.assert(
    fc.property(day, unit, (one, length) => {
      const found = around(one, length);
      expect(found.from <= one && one <= found.to).toBe(true);
      expect(periodOf(found.name)).toEqual(found);
    }),
  ));

test('a period that is cut is all there, without gap or overlap, by the local clock', () =>
  fc.assert(
    fc.property(day, unit, unit, (one, whole, length) => {
      const period = around(one, whole);
      const parts = cut(period, length).map((part) => windowOf(part, 'Asia/Shanghai'));
      const { since, until } = windowOf(period, 'Asia/Shanghai');
      expect([parts[0]!.since, parts.at(-1)!.until]).toEqual([since, until]);
      for (const [index, part] of parts.slice(1).entries()) expect(part.since).toBe(parts[index]!.until);
    }),
  ));

test('midnight is that of the zone', () =>
  expect(windowOf(periodOf('2026-03')!, 'Asia/Shanghai')).toEqual({
    since: '2026-02-28T16:00:00.000Z',
    until: '2026-03-31T16:00:00.000Z',
  }));
