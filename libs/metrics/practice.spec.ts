import { bundledRules } from '@huiyin/policy';
import type { LogEvent } from '@huiyin/read-models';
import { caseSteps } from '@huiyin/testing/histories';
import { stored, type Told } from '@huiyin/testing/view';
import { factsOf } from './facts';
import { figuresOf, type Figure } from './figures';
import { lives } from './lives.fixture';
import { measure } from './measure';
import type { Metric } from './metric';
import { assignedClosureRate } from './metrics/assigned-closure-rate';
import { backlogCleared } from './metrics/backlog-cleared';
import { confirmedFaults } from './metrics/confirmed-faults';
import { closureRate } from './metrics/closure-rate';
import { resultAccepted } from './metrics/result-accepted';
import { cut, periodOf, windowOf, type Period } from './period';

/* Numbers that cities have published, lived through and counted again. */

const on = (day: string): string => `${day}T02:00:00.000Z`;

/** So many cases, each by its number from 1. */
const each = (count: number, life: (number: number) => readonly Told[]): Told[] =>
  Array.from({ length: count }, (_, index) => life(index + 1)).flat();

function figures(metric: Metric, told: readonly Told[], periods: readonly Period[]): readonly Figure[] {
  const facts = factsOf(stored(told) as readonly LogEvent[], bundledRules);
  const slicing = { windows: periods.map((period) => windowOf(period, 'Asia/Shanghai')), day: '2026-12-31' };
  return figuresOf(metric, measure(metric, facts, slicing), slicing, facts.offices);
}

test('of 115 backlog cases, 107 are closed in two rounds', () => {
  const closedOn = (number: number): string | undefined =>
    number <= 61 ? '2026-04-10' : number <= 107 ? '2026-05-20' : undefined;
  const told = each(115, (number) => {
    const one = caseSteps(`b${number}`);
    const closed = closedOn(number);
    return [one.registered({}, on('2026-03-02')), ...(closed ? [one.closed({}, on(closed))] : [])];
  });
  const drive = { name: 'drive', from: '2026-04-01', to: '2026-05-31' };
  expect(figures(backlogCleared, told, [drive])).toMatchObject([
    { denominator: 115, numerator: 107, value: 93.04 },
  ]);
  expect(figures(backlogCleared, told, cut(drive, 'month'))).toMatchObject([
    { denominator: 115, numerator: 61 },
    { denominator: 54, numerator: 46 },
  ]);
});

test('63 are filed and 58 closed: 92 %', () => {
  const told = each(63, (number) => {
    const one = caseSteps(`f${number}`);
    return [
      one.registered({}, on('2026-03-02')),
      ...(number <= 58 ? [one.closed({}, on('2026-06-01'))] : []),
    ];
  });
  const [figure] = figures(closureRate, told, [periodOf('2026')!]);
  expect(figure).toMatchObject({ denominator: 63, numerator: 58 });
  expect(Math.round(figure!.value!)).toBe(92);
});

describe('of 13 assigned matters 6 are closed, and 83.3 % of the closed accepted', () => {
  const told = each(13, (number) => {
    const one = caseSteps(`a${number}`);
    const callback = {
      by: 'petitions',
      responded: true,
      solved: true,
      satisfied: true,
      accepts: number !== 6,
    };
    const calledBack = {
      stream: `case-a${number}`,
      type: 'CalledBack',
      data: callback,
      occurredAt: on('2026-06-02'),
    };
    return [
      one.registered({}, on('2026-03-02')),
      one.sorted({}, on('2026-03-03')),
      one.sent({ mode: 'assign' }, on('2026-03-04')),
      ...(number <= 6 ? [one.closed({}, on('2026-06-01')), calledBack] : []),
    ];
  });
  const year = [periodOf('2026')!];
  test('closed is one field', () =>
    expect(figures(assignedClosureRate, told, year)).toMatchObject([
      { denominator: 13, numerator: 6, value: 46.15, suppressed: false },
    ]));
  test('accepted is another', () => {
    const [figure] = figures(resultAccepted, told, year);
    expect(figure).toMatchObject({ denominator: 6, numerator: 5, suppressed: false });
    expect(figure!.value!.toFixed(1)).toBe('83.3');
  });
});

test('a registration that is struck counts nowhere', () => {
  const one = caseSteps('lost');
  const told = [
    one.registered({}, on('2026-03-02')),
    { stream: 'case-lost', type: 'RegistrationStruck', data: {}, occurredAt: on('2026-03-03') },
  ];
  expect(figures(closureRate, told, [periodOf('2026')!])).toMatchObject([{ denominator: 0, value: null }]);
});

test('a fault that a dispute took back is no confirmed fault', () => {
  const facts = factsOf(stored(lives) as readonly LogEvent[], bundledRules);
  const slicing = {
    windows: [windowOf(periodOf('2026')!, 'Asia/Shanghai')],
    by: 'office' as const,
    day: '2026-12-31',
  };
  const shown = figuresOf(confirmedFaults, measure(confirmedFaults, facts, slicing), slicing, facts.offices);
  // Of three faults in the lives, one was revised; one is on a link.
  expect(shown.map(({ key, value }) => [key, value])).toEqual([
    [undefined, 2],
    ['heating', 1],
    ['housing', 1],
  ]);
});
