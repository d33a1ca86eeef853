import { DAY_ms, HOUR_ms } from '@huiyin/kernel';
import fc from 'fast-check';
import {
  bundledRules,
  duties,
  DUTIES_RECOMPUTED,
  ruleBook,
  type CountedPeriod,
  type Duty,
  type Fact,
  type Period,
  type PolicyPack,
} from '.';
import { bundledEvents } from './facts.fixture';
import { packIndex } from './matching';
import { dateOf, workDays } from './work-days';

/*
 * What every clock keeps, whatever happens. A pause in hours takes out its milliseconds. A pause in days takes out each
 * local day that it touches, once, if the period would have counted it: the period ends with the nth day that counts and
 * that no pause has touched.
 */

const BEIJING_ms = 8 * HOUR_ms;
const china = bundledRules.calendar('cn');
const worked = workDays(china);
const base = bundledRules.pack('xinfang-2022');
const rule = base.duties.find(({ id }) => id === 'state-side')!;

/** One duty, raised by `Raised`, paused and resumed by `Began` and `Ended`. */
const packOf = (
  period: CountedPeriod | { until: string },
  settings: Partial<PolicyPack> = {},
): PolicyPack => ({
  ...base,
  id: 'test',
  duties: [
    {
      ...rule,
      raisedBy: [{ event: 'Raised' }],
      dischargedBy: [{ event: 'Met' }],
      cancelledBy: [],
      period,
      pausedBy: { begin: 'Began', end: 'Ended' },
    },
  ],
  ...settings,
});
const make = (id: string, type: string, at_ms: number, data: object = {}): Fact => ({
  id,
  type,
  occurredAt: new Date(at_ms).toISOString(),
  data: { pack: 'test', office: 'a', by: 'b', ...data },
  meta: {},
});
const fold = (history: readonly Fact[], pack: PolicyPack): Duty =>
  duties(history, ruleBook([pack], [china]))[0]!;
const dayOf = (at_ms: number): number => Math.floor((at_ms + BEIJING_ms) / DAY_ms);
const dueDay = ({ dueAt }: Duty): number => dayOf(Date.parse(dueAt));
const rolled = (day: number): number => (worked.isWorkingDay(day) ? day : rolled(day + 1));

const instant = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2026, 0, 1) });
const amount = fc.integer({ min: 1, max: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const length_ms = fc.oneof(
  fc.integer({ min: 0, max: 3 * HOUR_ms }),
  fc.integer({ min: 0, max: 40 * DAY_ms }),
);
const firstDay = fc.constantFrom('excluded', 'included');

interface Pause {
  began_ms: number;
  ended_ms: number;
}

/** Pauses one after another, each beginning at a share of the time that is left. */
function pausedAt(start_ms: number, pack: PolicyPack, given: readonly (readonly [number, number])[]) {
  const history = [make('r', 'Raised', start_ms)];
  const pauses: Pause[] = [];
  for (const [part, long_ms] of given) {
    const from_ms = pauses.at(-1)?.ended_ms ?? start_ms;
    const due_ms = Date.parse(fold(history, pack).dueAt);
    const began_ms = from_ms + Math.floor(part * (due_ms - from_ms));
    const pause = { began_ms, ended_ms: began_ms + long_ms };
    pauses.push(pause);
    const n = pauses.length;
    history.push(make(`b${n}`, 'Began', pause.began_ms), make(`e${n}`, 'Ended', pause.ended_ms));
  }
  return { duty: fold(history, pack), pauses };
}

describe('a pause', () => {
  const several = fc.array(fc.tuple(share, length_ms), { minLength: 1, maxLength: 3 });

  it.each(['days', 'working-days'] as const)('in %s leaves as many days as were left, day by day', (unit) => {
    fc.assert(
      fc.property(instant, amount, several, firstDay, (start_ms, days, given, first) => {
        const pack = packOf({ unit, amount: days }, { lastDay: 'as-is', firstDay: first });
        const { duty, pauses } = pausedAt(start_ms, pack, given);
        const touched = (day: number) =>
          pauses.some(({ began_ms, ended_ms }) => dayOf(began_ms) <= day && day <= dayOf(ended_ms));
        // The definition, walked one day after another.
        let [day, left] = [dayOf(start_ms) + (first === 'excluded' ? 0 : -1), days];
        while (left > 0) {
          day += 1;
          if ((unit === 'days' || worked.isWorkingDay(day)) && !touched(day)) left -= 1;
        }
        expect(dateOf(dueDay(duty))).toBe(dateOf(day));
      }),
    );
  });

  it('in days, where the last day rolls forward, moves the day on which the period runs out, and that rolls', () => {
    fc.assert(
      fc.property(instant, amount, share, length_ms, (start_ms, days, part, long_ms) => {
        const pack = packOf({ unit: 'days', amount: days });
        const { duty, pauses } = pausedAt(start_ms, pack, [[part, long_ms]]);
        const [pause] = pauses;
        const [from, to] = [Math.max(dayOf(pause!.began_ms), dayOf(start_ms) + 1), dayOf(pause!.ended_ms)];
        const last = dayOf(start_ms) + days;
        const ran = from <= last ? last : rolled(last);
        expect(dateOf(dueDay(duty))).toBe(dateOf(rolled(ran + Math.max(0, to - from + 1))));
      }),
    );
  });

  it('of a promised day moves it by the days that it touches', () => {
    fc.assert(
      fc.property(instant, amount, share, length_ms, (start_ms, days, part, long_ms) => {
        const pack = packOf({ until: 'on' });
        const raised = make('r', 'Raised', start_ms, { on: dateOf(dayOf(start_ms) + days) });
        const began_ms = start_ms + Math.floor(part * (Date.parse(fold([raised], pack).dueAt) - start_ms));
        const ended_ms = began_ms + long_ms;
        const paused = [raised, make('b', 'Began', began_ms), make('e', 'Ended', ended_ms)];
        const touched = dayOf(ended_ms) - Math.max(dayOf(began_ms), dayOf(start_ms) + 1) + 1;
        expect(dueDay(fold(paused, pack))).toBe(dayOf(start_ms) + days + Math.max(0, touched));
      }),
    );
  });

  const exact: readonly CountedPeriod[] = [
    { unit: 'hours', amount: 48 },
    { unit: 'calendar-days-exact', amount: 7 },
    { unit: 'weekday-clock', amount: 3, opens: '08:30', closes: '17:00' },
  ];
  it.each(exact)('of a period in $unit moves it by exactly its length', (period) => {
    fc.assert(
      fc.property(instant, several, (start_ms, given) => {
        const pack = packOf(period);
        const { duty, pauses } = pausedAt(start_ms, pack, given);
        const paused_ms = pauses.reduce((sum, { began_ms, ended_ms }) => sum + ended_ms - began_ms, 0);
        const before = fold([make('r', 'Raised', start_ms)], pack);
        expect(Date.parse(duty.dueAt) - Date.parse(before.dueAt)).toBe(paused_ms);
      }),
    );
  });
});

/** Any order of the events that a bundled pack knows: what carries the case's traits comes first, and only there. */
const offices = fc.constantFrom('petitions', 'housing', 'transport');
const steps = fc.array(
  fc.record({
    type: fc.oneof(
      fc.constantFrom(...bundledEvents),
      fc.constantFrom('CaseAnswered', 'ClosingDeferred', 'ClosingResumed'),
    ),
    by: offices,
    to: offices,
    gap_ms: fc.oneof(fc.integer({ min: 0, max: 10 * DAY_ms }), fc.integer({ min: 0, max: HOUR_ms })),
    days: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 25 },
);
const history = fc
  .tuple(steps, fc.constantFrom('xinfang-2022', 'xinfang-2005', 'hotline-12345'))
  .map(([all, pack]): Fact[] => {
    let at_ms = Date.UTC(2025, 2, 3);
    const more = { pack, receiver: 'petitions', procedure: 'ordinary', tier: 'ordinary' };
    const first = { ...make('f', 'CaseRegistered', at_ms), data: more };
    return [
      first,
      ...all.map(({ type, gap_ms, by, to, days }, index) => {
        at_ms += gap_ms;
        const data = { by, to, office: to, from: to, days, reachable: true, mode: 'assign' };
        return { ...make(`f${index}`, type, at_ms), data };
      }),
    ];
  });

describe('in any history', () => {
  it('a deadline never falls before its start, nor before the end of its last pause', () => {
    let paused = 0;
    fc.assert(
      fc.property(history, (facts) => {
        for (const { startedAt, dueAt, resumedAt } of duties(facts, bundledRules)) {
          expect(dueAt >= startedAt).toBe(true);
          if (resumedAt === undefined) continue;
          paused += 1;
          expect(dueAt >= resumedAt).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(paused).toBeGreaterThan(0);
  });

  it('recomputing under the same versions gives the same dates', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (facts, places) => {
        const again = [...facts];
        for (const [index, place] of places.entries()) {
          const at = 1 + (place % again.length);
          const { occurredAt } = again[at - 1]!;
          const meta = { calendar: 'cn@1' };
          again.splice(at, 0, { id: `n${index}`, type: DUTIES_RECOMPUTED, occurredAt, data: {}, meta });
        }
        const plain = (all: readonly Fact[]) =>
          duties(all, bundledRules).map(({ facts: _, ...duty }) => ({
            ...duty,
            earlier: duty.earlier ?? [],
          }));
        expect(plain(again)).toEqual(plain(facts));
      }),
    );
  });

  /** These say which office has which part in the case: all that follows depends on them. */
  const MOVES: readonly string[] = [
    'CaseRegistered',
    'CaseSorted',
    'CaseSent',
    'ObjectionUpheld',
    'CaseTakenBack',
    'OfficeReplaced',
    'ReviewOpened',
    DUTIES_RECOMPUTED,
  ];
  const rulesHeeding = (type: string, pack: PolicyPack): readonly string[] =>
    pack.duties
      .filter(
        (one) =>
          [
            ...one.raisedBy,
            ...one.dischargedBy,
            ...(one.cancelledBy ?? []),
            ...(one.handedOverBy ?? []),
            ...(one.extendedBy ? [one.extendedBy] : []),
          ].some(({ event }) => event === type) ||
          one.pausedBy?.begin === type ||
          one.pausedBy?.end === type,
      )
      .map(({ id }) => id);

  it('the order of unrelated events does not matter', () => {
    let swapped = 0;
    fc.assert(
      fc.property(history, (facts) => {
        const pack = bundledRules.pack((facts[0]!.data as { pack: string }).pack);
        const unrelated = (a: Fact, b: Fact) =>
          !MOVES.includes(a.type) &&
          !MOVES.includes(b.type) &&
          !rulesHeeding(a.type, pack).some((id) => rulesHeeding(b.type, pack).includes(id));
        const other = [...facts];
        for (let at = 1; at < other.length - 1; at += 1) {
          const [a, b] = [other[at]!, other[at + 1]!];
          if (!unrelated(a, b)) continue;
          [other[at], other[at + 1]] = [b, a];
          if (packIndex(pack).names.has(a.type) && packIndex(pack).names.has(b.type)) swapped += 1;
        }
        const byId = (all: readonly Fact[]) =>
          [...duties(all, bundledRules)].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(other)).toEqual(byId(facts));
      }),
      { numRuns: 300 },
    );
    expect(swapped).toBeGreaterThan(100);
  });
});

describe('a year without calendar data', () => {
  const LAST = china.lastYear;
  const leansOn: readonly (readonly [period: Period & CountedPeriod, settings: Partial<PolicyPack>])[] = [
    [{ unit: 'working-days', amount: 1 }, {}],
    [{ unit: 'days', amount: 1 }, { lastDay: 'roll-forward' }],
    [{ unit: 'weekday-clock', amount: 1, opens: '08:30', closes: '17:00' }, {}],
  ];
  it.each(leansOn)('makes a date in %j that leans on it provisional, and no other', (period, settings) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2035 }),
        fc.integer({ min: 10, max: 350 }),
        amount,
        (year, day, n) => {
          const start_ms = Date.UTC(year, 0, 1) + day * DAY_ms;
          const duty = fold([make('r', 'Raised', start_ms)], packOf({ ...period, amount: n }, settings));
          const dueIn = new Date(Date.parse(duty.dueAt) + BEIJING_ms).getUTCFullYear();
          expect(duty.provisional).toBe(dueIn > LAST);
        },
      ),
    );
  });
  it.each(['hours', 'calendar-days-exact'] as const)(
    'changes nothing for %s, which need no calendar',
    (unit) => {
      const start_ms = Date.UTC(LAST + 5, 0, 1);
      expect(fold([make('r', 'Raised', start_ms)], packOf({ unit, amount: 9 })).provisional).toBe(false);
    },
  );
});
