import { HOUR_ms } from '@huiyin/kernel';
import fc from 'fast-check';
import {
  bundledRules,
  due,
  duties,
  DUTIES_RECOMPUTED,
  emptySheet,
  nextStepAt,
  refOf,
  ruleBook,
  sheetAfter,
  type DutySheet,
  type Fact,
  type CountedPeriod,
  type PolicyPack,
} from '.';
import { bundledEvents } from './facts.fixture';

const china = bundledRules.calendar('cn');
const base = bundledRules.pack('xinfang-2022');
const rule = base.duties.find(({ id }) => id === 'state-side')!;

/** One duty, raised by `Raised`, paused and resumed by `Began` and `Ended`, met by `Met`. */
const packOf = (period: CountedPeriod): PolicyPack => ({
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
});

const iso = (ms: number): string => new Date(ms).toISOString();
const make = (id: string, type: string, at_ms: number, data: object = {}): Fact => ({
  id,
  type,
  occurredAt: iso(at_ms),
  data: { pack: 'test', office: 'a', by: 'b', ...data },
  meta: {},
});

const instant = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2030, 0, 1) });
const amount = fc.integer({ min: 1, max: 90 });
const dayPeriod = fc.record({
  unit: fc.constantFrom('days', 'working-days'),
  amount,
}) as fc.Arbitrary<CountedPeriod>;
const anyPeriod = fc.oneof(
  dayPeriod,
  fc.record({ unit: fc.constantFrom('hours', 'calendar-days-exact'), amount }) as fc.Arbitrary<CountedPeriod>,
  amount.map((days): CountedPeriod => ({
    unit: 'weekday-clock',
    amount: days,
    opens: '08:30',
    closes: '17:00',
  })),
);
const fold = (history: readonly Fact[], period: CountedPeriod) =>
  duties(history, ruleBook([packOf(period)], [china]))[0]!;

const offices = fc.constantFrom('petitions', 'housing', 'transport');
/** Any order of the events that packs know, sensible or not: a fold must stand whatever a log holds. */
const history = fc
  .array(
    fc.record({
      type: fc.constantFrom(...bundledEvents),
      by: offices,
      to: offices,
      gap_ms: fc.integer({ min: 0, max: 20 * 24 * HOUR_ms }),
      days: fc.integer({ min: 1, max: 40 }),
      procedure: fc.constantFrom('ordinary', 'simple'),
      tier: fc.constantFrom('emergency', 'utilities', 'ordinary', 'complex'),
    }),
    { maxLength: 25 },
  )
  .chain((steps) =>
    fc.constantFrom('xinfang-2022', 'hotline-12345', 'open311').map((pack) => {
      let at_ms = Date.UTC(2025, 10, 1);
      return steps.map(({ type, gap_ms, by, to, ...data }, index): Fact => {
        const given = {
          pack,
          by,
          to,
          office: to,
          from: to,
          receiver: 'petitions',
          reachable: true,
          mode: 'assign',
        };
        return { ...make(`f${index}`, type, (at_ms += gap_ms), { ...given, ...data }), revision: index };
      });
    }),
  );

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a deadline', () => {
  it('is never before its start', () => {
    fc.assert(
      fc.property(anyPeriod, instant, (period, start) => {
        const duty = fold([make('1', 'Raised', start)], period);
        expect(duty.dueAt > duty.startedAt).toBe(true);
      }),
    );
  });

  it('in hours moves by exactly the pause', () => {
    const period: CountedPeriod = { unit: 'hours', amount: 48 };
    const inside = fc.integer({ min: 0, max: 48 * HOUR_ms });
    fc.assert(
      fc.property(instant, inside, fc.integer({ min: 0, max: 2_000 * HOUR_ms }), (start, after, length) => {
        const paused = [make('1', 'Raised', start), make('2', 'Began', start + after)];
        const duty = fold([...paused, make('3', 'Ended', start + after + length)], period);
        expect(Date.parse(duty.dueAt)).toBe(start + 48 * HOUR_ms + length);
      }),
    );
  });

  it('in days is never earlier for a pause, and later by at least the whole days of it', () => {
    fc.assert(
      fc.property(
        instant,
        amount,
        fc.double({ min: 0, max: 1, noNaN: true }),
        amount,
        (start, days, share, pause) => {
          const raised = make('1', 'Raised', start);
          const began = start + Math.floor(share * days * 24 * HOUR_ms);
          const before = fold([raised], { unit: 'days', amount: days });
          const ended = make('3', 'Ended', began + pause * 24 * HOUR_ms);
          const after = fold([raised, make('2', 'Began', began), ended], { unit: 'days', amount: days });
          expect(Date.parse(after.dueAt) >= Date.parse(before.dueAt)).toBe(true);
          expect(after.pausedDays).toBeGreaterThanOrEqual(pause);
        },
      ),
    );
  });

  it('in days counts a local day once, however often it is paused', () => {
    const at = (hour: number) => Date.UTC(2026, 2, 10, hour);
    const pauses = [1, 3, 5].flatMap((hour) => [
      make(`b${hour}`, 'Began', at(hour)),
      make(`e${hour}`, 'Ended', at(hour + 1)),
    ]);
    const duty = fold([make('1', 'Raised', Date.UTC(2026, 2, 2)), ...pauses], { unit: 'days', amount: 30 });
    expect(duty.pausedDays).toBe(1);
  });

  it('asks nothing while it is paused', () => {
    const start = Date.UTC(2026, 2, 2);
    const paused = fold([make('1', 'Raised', start), make('2', 'Began', start + HOUR_ms)], {
      unit: 'days',
      amount: 9,
    });
    expect(due([paused], '2027-01-01T00:00:00.000Z')).toEqual([]);
    expect(nextStepAt([paused], '')).toBeUndefined();
  });

  it('that leans on a year not covered is provisional, and on a covered one never', () => {
    fc.assert(
      fc.property(instant, amount, (start, days) => {
        const duty = fold([make('1', 'Raised', start)], { unit: 'working-days', amount: days });
        const local = (at: string) => new Date(Date.parse(at) + 8 * HOUR_ms).getUTCFullYear();
        const covered = local(iso(start + 24 * HOUR_ms)) >= 2004 && local(duty.dueAt) <= 2026;
        expect(duty.provisional).toBe(!covered);
      }),
    );
  });

  it('is computed anew, and says so, when a new version of the calendar is in force', () => {
    const revised = { ...china, version: 2, daysOff: [...china.daysOff, '2026-03-06'] };
    const rules = ruleBook([packOf({ unit: 'working-days', amount: 5 })], [china, revised]);
    const raised = { ...make('1', 'Raised', Date.UTC(2026, 2, 4)), meta: { calendar: 'cn@1' } };
    const recomputed = { ...make('2', DUTIES_RECOMPUTED, Date.UTC(2026, 2, 5)), meta: { calendar: 'cn@2' } };
    const brief = (facts: Fact[]) => duties(facts, rules).map(({ dueAt, calendar }) => [dueAt, calendar]);
    expect(brief([raised])).toEqual([['2026-03-11T15:59:59.999Z', 'cn@1']]);
    expect(brief([raised, recomputed])).toEqual([['2026-03-12T15:59:59.999Z', refOf(revised)]]);
  });
});

describe('the fold', () => {
  it('gives the same step by step, over JSON, as at once', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const stored = facts.reduce<DutySheet>(
          (sheet, fact) => sheetAfter(plain(sheet) as DutySheet, fact, bundledRules),
          emptySheet,
        );
        expect(plain(stored.duties)).toEqual(plain(duties(facts, bundledRules)));
      }),
    );
  });

  it('passes over facts that arrive again', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (facts, from, to) => {
        const again = facts.slice(from % (facts.length + 1), to % (facts.length + 1));
        const end = to % (facts.length + 1);
        const delivered = [...facts.slice(0, end), ...again, ...facts.slice(end)];
        expect(duties(delivered, bundledRules)).toEqual(duties(facts, bundledRules));
      }),
    );
  });

  it('passes over a fact without a revision that has left its mark', () => {
    const fact = make('1', 'Raised', Date.UTC(2026, 2, 4));
    const rules = ruleBook([packOf({ unit: 'days', amount: 5 })], [china]);
    expect(duties([fact, fact], rules)).toHaveLength(1);
  });

  it('does not care where facts stand that no rule names', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(), { maxLength: 5 }), (facts, places) => {
        const mixed = facts.map(({ revision: _, ...fact }) => fact);
        const named = [...mixed];
        places.forEach((place, index) =>
          mixed.splice(
            place % (mixed.length + 1),
            0,
            make(`x${index}`, 'OfficeReminded', Date.UTC(2026, 0, 1), { pack: undefined }),
          ),
        );
        expect(duties(mixed, bundledRules)).toEqual(duties(named, bundledRules));
      }),
    );
  });
});

describe('due', () => {
  it('gives the same commands, each once, however often it is asked', () => {
    fc.assert(
      fc.property(history, instant, (facts, now_ms) => {
        const all = duties(facts, bundledRules);
        const first = due(all, iso(now_ms));
        expect(due(duties(facts, bundledRules), iso(now_ms))).toEqual(first);
        expect(new Set(first.map(({ commandId }) => commandId)).size).toBe(first.length);
      }),
    );
  });

  it('walked from instant to instant gives what it gives at once, and nothing early', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const all = duties(facts, bundledRules);
        const walked: string[] = [];
        let last = '';
        for (let at = nextStepAt(all, ''); at !== undefined; at = nextStepAt(all, at)) {
          walked.push(...due(all, at, last).map((command) => `${command.at} ${command.commandId}`));
          last = at;
        }
        const atOnce = due(all, '9999-01-01T00:00:00.000Z');
        expect(walked).toEqual(atOnce.map((command) => `${command.at} ${command.commandId}`));
        for (const { do: action, at, duty } of atOnce)
          if (action !== 'remind') expect(at >= duty.dueAt).toBe(true);
      }),
    );
  });

  it('asks nothing of a duty met in time, and only the breach of one that ended late', () => {
    fc.assert(
      fc.property(history, (facts) => {
        for (const { do: action, duty, at } of due(duties(facts, bundledRules), '9999-01-01T00:00:00.000Z')) {
          expect(duty.status).not.toBe('met');
          expect(duty.kind).toBe('duty');
          if (duty.endedAt !== undefined) expect([action, at < duty.endedAt]).toEqual(['breach', true]);
        }
      }),
    );
  });
});
