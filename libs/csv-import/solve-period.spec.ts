import { bundledRules, duties } from '@huiyin/policy';
import fc from 'fast-check';
import { createAgreementCounter } from './agreement';
import { dueWall, wallText, type Expected } from './boston.fixture';
import { createPeriodLearner } from './learn-periods';
import { endOf, solvePeriods, type Rules, type ServicePeriod } from './solve-period';
import { parseTimestamp } from './timestamp';

const ZONE = 'America/New_York';
const HOURS = { opens: '08:30', closes: '17:00' };
const pack = bundledRules.pack('open311');
const rules: Rules = { pack, calendar: bundledRules.calendar(pack.calendar) };

const at = (text: string): number => {
  const parsed = parseTimestamp(text, ['iso'], ZONE);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.at_ms;
};
const weekdays = (amount: number): ServicePeriod => ({ unit: 'weekday-clock', amount, ...HOURS });
const days = (amount: number): ServicePeriod => ({ unit: 'calendar-days-exact', amount });
const solve = (open: string, due: string) =>
  solvePeriods(at(open), at(due), HOURS, rules).map(({ unit, amount }) => `${amount} ${unit}`);

describe('the period behind a due date', () => {
  it.each([
    [
      'Saturday morning starts Monday 08:30',
      '2023-01-07 10:00:00',
      '2023-01-10 08:30:00',
      ['1 weekday-clock'],
    ],
    [
      'inside the clock it keeps the time of day',
      '2023-01-03 10:15:00',
      '2023-01-05 10:15:00',
      ['2 weekday-clock', '2 calendar-days-exact'],
    ],
    ['Friday evening starts Monday 08:30', '2023-01-06 18:00:00', '2023-01-10 08:30:00', ['1 weekday-clock']],
    [
      'before the clock opens it starts at 08:30',
      '2023-01-03 07:00:00',
      '2023-01-04 08:30:00',
      ['1 weekday-clock'],
    ],
    [
      'at closing time it starts on the next weekday',
      '2023-01-03 17:00:00',
      '2023-01-05 08:30:00',
      ['1 weekday-clock'],
    ],
    [
      'over a weekend',
      '2023-01-06 16:59:00',
      '2023-01-09 16:59:00',
      ['1 weekday-clock', '3 calendar-days-exact'],
    ],
    [
      'a holiday is not skipped',
      '2023-07-03 09:00:00',
      '2023-07-04 09:00:00',
      ['1 weekday-clock', '1 calendar-days-exact'],
    ],
    [
      'the spring change of clocks',
      '2023-03-10 09:00:00',
      '2023-03-13 09:00:00',
      ['1 weekday-clock', '3 calendar-days-exact'],
    ],
    ['the autumn change of clocks', '2023-11-03 20:00:00', '2023-11-07 08:30:00', ['1 weekday-clock']],
    [
      'seconds that the export has cut off',
      '2023-01-21 13:47:00',
      '2023-02-04 13:47:30',
      ['14 calendar-days-exact'],
    ],
    ['a second too early', '2022-01-02 10:32:35', '2022-01-03 10:32:34', ['1 calendar-days-exact']],
    ['a whole minute is too much', '2022-01-03 10:32:00', '2022-01-04 10:33:00', []],
    [
      'a target on a weekend is no weekday',
      '2023-01-06 10:00:00',
      '2023-01-07 10:00:00',
      ['1 calendar-days-exact'],
    ],
    ['due when it was opened', '2023-01-06 10:00:00', '2023-01-06 10:00:00', []],
    ['due before it was opened', '2023-01-06 10:00:00', '2023-01-03 10:00:00', []],
    ['years away', '2023-01-06 10:00:00', '2190-01-03 10:00:00', []],
  ])('%s', (_name, open, due, expected) => {
    expect(solve(open, due)).toEqual(expected);
  });

  /** Whole seconds of 2010–2035, half of them in the weeks around a change of clocks. */
  const DAY_s = 86_400;
  const second = (from: number, to: number) => fc.integer({ min: from / 1_000, max: to / 1_000 });
  const changes = [2012, 2019, 2023, 2026].flatMap((year) => [
    second(Date.UTC(year, 2, 7), Date.UTC(year, 2, 16)),
    second(Date.UTC(year, 10, 1), Date.UTC(year, 10, 9)),
  ]);
  const opened = fc
    .oneof(second(Date.UTC(2010, 0), Date.UTC(2035, 0)), ...changes)
    .map((seconds) => seconds * 1_000);
  const amount = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 400 }));

  it('is found again from the date that it gives, in any week of any year', () => {
    fc.assert(
      fc.property(opened, amount, fc.boolean(), (opened_ms, count, clock) => {
        const period = clock ? weekdays(count) : days(count);
        expect(solvePeriods(opened_ms, endOf(period, opened_ms, rules), HOURS, rules)).toContainEqual(period);
      }),
      { numRuns: 2_000 },
    );
  });

  it('always gives the date that it was found from', () => {
    fc.assert(
      fc.property(opened, fc.integer({ min: -2 * DAY_s, max: 40 * DAY_s }), (opened_ms, later_s) => {
        const due_ms = opened_ms + later_s * 1_000;
        for (const period of solvePeriods(opened_ms, due_ms, HOURS, rules)) {
          expect(Math.abs(endOf(period, opened_ms, rules) - due_ms)).toBeLessThan(60_000);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with a count written day by day on the wall clock', () => {
    const wall = second(Date.UTC(2015, 0), Date.UTC(2030, 0)).map((seconds) => seconds * 1_000);
    const expected = amount.chain((count) =>
      fc.constantFrom<NonNullable<Expected>>({ weekdays: count }, { days: count }),
    );
    fc.assert(
      fc.property(wall, expected, (open, given) => {
        const period = 'days' in given ? days(given.days) : weekdays(given.weekdays);
        expect(endOf(period, at(wallText(open)), rules)).toBe(at(wallText(dueWall(open, given))));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is what the duty of a registered case has', () => {
    const services = { potholes: weekdays(3), rodents: days(30) };
    const own = { ...pack, services };
    const book = { pack: () => own, packs: () => [own], calendar: () => rules.calendar };
    for (const [service, period] of Object.entries(services)) {
      const receivedAt = new Date(at('2023-03-11 19:00:00')).toISOString();
      const data = { pack: 'open311@2', receiver: 'desk', receivedAt, service };
      const fact = { id: 'e1', type: 'CaseRegistered', occurredAt: receivedAt, data, meta: {} };
      const duty = duties([fact], book).find(({ rule }) => rule === 'resolve');
      expect(duty?.dueAt).toBe(new Date(endOf(period, Date.parse(receivedAt), rules)).toISOString());
    }
  });
});

describe('learning the period of a service', () => {
  const learn = (targets: readonly (readonly [string, string, string])[]) => {
    const learner = createPeriodLearner(HOURS, rules);
    for (const [service, open, due] of targets) learner.add(service, at(open), at(due));
    return learner.learned();
  };
  const inside = ['potholes', '2023-01-03 10:00:00', '2023-01-04 10:00:00'] as const;
  const outside = ['potholes', '2023-01-07 10:00:00', '2023-01-10 08:30:00'] as const;
  const stray = ['potholes', '2023-01-03 10:00:00', '2023-01-04 13:00:00'] as const;

  it('takes the one that explains most targets', () => {
    expect(learn([inside, inside, outside, stray])).toEqual({ potholes: weekdays(1) });
    const signals = ['signals', '2023-01-07 10:00:00', '2023-01-08 10:00:00'] as const;
    expect(learn([signals, signals, signals])).toEqual({ signals: days(1) });
  });

  it('prefers the weekday clock where both explain as many', () => {
    expect(learn([inside, inside, inside])).toEqual({ potholes: weekdays(1) });
  });

  it('takes none on too few targets, or where most follow none', () => {
    expect(learn([inside, outside])).toEqual({});
    expect(learn([inside, inside, inside, stray, stray, stray, stray])).toEqual({});
  });

  it('counts how many targets agree, by kind of period, and names the worst services', () => {
    const counter = createAgreementCounter({
      ...rules,
      pack: { ...pack, services: { potholes: weekdays(1) } },
    });
    for (const [service, open, due] of [inside, outside, stray]) counter.add(service, at(open), at(due));
    counter.add(undefined, at('2023-01-03 10:00:00'), at('2023-01-04 10:00:00'));
    expect(counter.counted()).toEqual({
      targets: 4,
      agree: 2,
      kinds: {
        'weekday-clock': { targets: 3, agree: 2 },
        'calendar-days-exact': { targets: 0, agree: 0 },
        none: { targets: 1, agree: 0 },
      },
      worst: [
        { service: '(no service)', targets: 1, agree: 0, period: 'no period' },
        { service: 'potholes', targets: 3, agree: 2, period: '1 weekday' },
      ],
    });
  });
});
