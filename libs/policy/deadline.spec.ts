import { bundledRules, deadline, expectedDeadline, type Period, type PolicyPack } from '.';
import { beijing } from './facts.fixture';

const china = bundledRules.calendar('cn@1');
const xinfang = bundledRules.pack('xinfang-2022@2');
const boston: PolicyPack = {
  ...bundledRules.pack('open311@2'),
  services: {
    pothole: { unit: 'weekday-clock', amount: 2, opens: '08:30', closes: '17:00' },
    graffiti: { unit: 'calendar-days-exact', amount: 7 },
  },
};

function runs(period: Period, start: string, settings: Partial<PolicyPack> = {}) {
  const startedAt = new Date(`${start.replace(' ', 'T')}+08:00`).toISOString();
  const running = { period, startedAt, extendedDays: 0, pausedDays: 0, paused_ms: 0 };
  const { dueAt_ms, provisional } = deadline(running, { ...xinfang, ...settings }, china);
  return `${beijing(new Date(dueAt_ms).toISOString())}${provisional ? ' provisional' : ''}`;
}

const days = (amount: number): Period => ({ unit: 'days', amount });
const working = (amount: number): Period => ({ unit: 'working-days', amount });
const asIs = { lastDay: 'as-is' } as const;
const included = { firstDay: 'included' } as const;

describe('a period on the Chinese calendar', () => {
  it.each<[string, Period, string, string, Partial<PolicyPack>?]>([
    ['Art. 22: 15 d from receipt', days(15), '2026-03-02 09:00', '2026-03-17 23:59'],
    ['Art. 23: 15 d, received in the last minute of a day', days(15), '2026-03-02 23:59', '2026-03-17 23:59'],
    [
      'Art. 23: 15 d, received in the first minute of a day',
      days(15),
      '2026-03-02 00:00',
      '2026-03-17 23:59',
    ],
    [
      'Art. 34: 60 d that end on a Saturday, rolled forward',
      days(60),
      '2026-03-10 09:00',
      '2026-05-09 23:59',
    ],
    [
      'Art. 34: 60 d that end on the last day of Spring Festival 2026',
      days(60),
      '2025-12-25 09:00',
      '2026-02-24 23:59',
    ],
    ['the same, where a last day stays', days(60), '2025-12-25 09:00', '2026-02-23 23:59', asIs],
    ['the first day included', days(15), '2026-03-02 09:00', '2026-03-16 23:59', included],
    ['Art. 23: 5 working days over a weekend', working(5), '2026-03-04 10:00', '2026-03-11 23:59'],
    [
      'Art. 23: 5 working days over National Day 2025 (8 d, make-up days on 09-28 and 10-11)',
      working(5),
      '2025-09-26 10:00',
      '2025-10-10 23:59',
    ],
    ['the first day included, on a day off', working(1), '2026-10-01 10:00', '2026-10-08 23:59', included],
    ['simple procedure: 3 working days', working(3), '2026-02-13 10:00', '2026-02-25 23:59'],
    ['hotline: 2 h over midnight', { unit: 'hours', amount: 2 }, '2026-12-31 23:30', '2027-01-01 01:30'],
    [
      'working days that lean on a year not covered',
      working(5),
      '2026-12-30 10:00',
      '2027-01-06 23:59 provisional',
    ],
    [
      'calendar days whose last day is in a year not covered',
      days(15),
      '2026-12-20 10:00',
      '2027-01-04 23:59 provisional',
    ],
    [
      'the same, where the last day stays: no calendar is needed',
      days(15),
      '2026-12-20 10:00',
      '2027-01-04 23:59',
      asIs,
    ],
    [
      'working days before the first year covered',
      working(1),
      '2003-12-30 10:00',
      '2003-12-31 23:59 provisional',
    ],
  ])('%s', (_, period, start, expected, settings = {}) => {
    expect(runs(period, start, settings)).toBe(expected);
  });
});

describe('an expected period of open311', () => {
  const newYork = (service: string, start: string) => {
    const found = expectedDeadline(
      service,
      new Date(start).toISOString(),
      boston,
      bundledRules.calendar('weekdays'),
    );
    return found && new Date(found.dueAt_ms).toISOString();
  };

  it.each([
    [
      'inside the clock: the same time of day',
      'pothole',
      '2026-06-01T10:15:00-04:00',
      '2026-06-03T10:15:00-04:00',
    ],
    ['over a weekend', 'pothole', '2026-06-04T10:15:00-04:00', '2026-06-08T10:15:00-04:00'],
    ['before it opens: from 08:30', 'pothole', '2026-06-01T06:00:00-04:00', '2026-06-03T08:30:00-04:00'],
    [
      'after it closes: from 08:30 on the next weekday',
      'pothole',
      '2026-06-01T17:00:00-04:00',
      '2026-06-04T08:30:00-04:00',
    ],
    ['on a Friday night', 'pothole', '2026-06-05T22:00:00-04:00', '2026-06-10T08:30:00-04:00'],
    ['on a Saturday morning', 'pothole', '2026-06-06T06:00:00-04:00', '2026-06-10T08:30:00-04:00'],
    [
      'a holiday is not skipped (4 July is observed on Friday 3 July 2026)',
      'pothole',
      '2026-07-02T09:00:00-04:00',
      '2026-07-06T09:00:00-04:00',
    ],
    [
      'calendar days keep the time of day over the change of clocks',
      'graffiti',
      '2026-03-05T09:00:00-05:00',
      '2026-03-12T09:00:00-04:00',
    ],
  ])('%s', (_, service, start, expected) => {
    expect(newYork(service, start)).toBe(new Date(expected).toISOString());
  });

  it.each(['unknown', 'constructor'])('is none for a service without one: %s', (service) => {
    expect(newYork(service, '2026-06-01T10:15:00-04:00')).toBeUndefined();
  });
});
