import { HOUR_ms } from '@huiyin/kernel';
import { bundledRules, type Fact } from '@huiyin/policy';
import { decide, START } from '@huiyin/testing/decision';
import { EXAMPLE_OFFICES } from './offices';
import fc from 'fast-check';
import { AGGREGATES, aggregates, contextOf, type AnyAggregate } from '.';

/** One random step: which example of which command, by which office, how much later. */
interface Step {
  command: number;
  example: number;
  duty: number;
  office: string | undefined;
  later_ms: number;
}

const STEPS_MAX = 25;
const MONTH_ms = 30 * 24 * HOUR_ms;
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;

const step = fc.record<Step>({
  command: fc.nat(),
  example: fc.nat(),
  duty: fc.nat(),
  office: fc.constantFrom(undefined, undefined, undefined, undefined, 'petitions', 'housing'),
  later_ms: fc.oneof(fc.integer({ min: 0, max: HOUR_ms }), fc.integer({ min: 0, max: 2 * MONTH_ms })),
});
const steps = fc.array(step, { minLength: 1, maxLength: STEPS_MAX, size: 'max' });

/**
 * Plays the steps and answers everything that was recorded. A command that is refused, or that says nothing, makes
 * way for the next one, so that a sequence leads deep into the aggregate. Throws if anything in it throws.
 */
function play(aggregate: AnyAggregate, all: readonly Step[]): Fact[] {
  let state = aggregate.initial;
  let now_ms = Date.parse(START);
  const history: Fact[] = [];
  const types = Object.keys(aggregate.commands);
  const tries = types.length * Math.max(...Object.values(aggregate.examples).map(({ length }) => length));
  for (const { command, example, duty, office, later_ms } of all) {
    now_ms += later_ms;
    const now = new Date(now_ms).toISOString();
    const context = contextOf(history, bundledRules, EXAMPLE_OFFICES, () => state);
    for (const offset of Array(tries).keys()) {
      const type = pick(types, command + offset);
      const other = example + Math.floor(offset / types.length);
      const data = dataOf(aggregate, type, other, pick([...context.duties(), undefined], duty)?.id);
      const issued = { id: idOf(data), now, occurredAt: now, actor: 'anyone', office };
      const decision = decide(aggregate, { type, data }, issued, state, context);
      if (!decision.ok || decision.events.length === 0) continue;
      for (const event of decision.events) {
        state = aggregate.evolve(state, event);
        const revision = history.length;
        history.push({ id: `e${revision}`, ...event, occurredAt: now, meta: {}, revision });
      }
      break;
    }
  }
  return history;
}

const dataOf = (aggregate: AnyAggregate, type: string, example: number, dutyId = 'none'): unknown =>
  type === 'RemindOffice' || type === 'RecordBreach' ? { dutyId } : pick(aggregate.examples[type]!, example);

function idOf(data: unknown): string {
  const { pack, calendar } = data as { pack?: { id: string } | string; calendar?: { id: string } };
  return (typeof pack === 'object' ? pack.id : calendar?.id) ?? 'housing';
}

/** A single command, such as the adoption of a pack, has few sequences of its own, and long ones say nothing new. */
const runsOf = ({ commands }: AnyAggregate, runs: number): number =>
  Object.keys(commands).length === 1 ? Math.ceil(runs / 10) : runs;

/** Of an aggregate that takes one command only, and so records one event. */
const onlyCommand = ({ commands, begins }: AnyAggregate): string | undefined =>
  begins === 'once' && Object.keys(commands).length === 1 ? Object.keys(commands)[0] : undefined;

describe.each(Object.values(aggregates))('$name', (aggregate) => {
  it('takes any sequence of commands without throwing, and every event has a version', () => {
    let longest = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const history = play(aggregate, all);
        longest = Math.max(longest, history.length);
        for (const { type } of history) expect(aggregate.versions[type]).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: runsOf(aggregate, 60) },
    );
    // The sequences reach into the aggregate: they are not all refused.
    const life = Math.min(3, Object.keys(aggregate.commands).length - 2);
    const over = aggregate.begunBy === onlyCommand(aggregate) ? 0 : aggregate.begins === 'once' ? life : 1;
    expect(longest).toBeGreaterThan(over);
  });

  it('folds what was stored exactly as it folded what was decided', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const history = play(aggregate, all);
        const fold = (events: readonly Fact[]) =>
          events.reduce(
            (state, { type, data }) => aggregate.evolve(state, { type, data }),
            aggregate.initial,
          );
        const stored = JSON.parse(JSON.stringify(history)) as Fact[];
        expect(JSON.parse(JSON.stringify(fold(stored)))).toEqual(JSON.parse(JSON.stringify(fold(history))));
      }),
      { numRuns: runsOf(aggregate, 20) },
    );
  });
});

/** Kept by every stream that carries duties. */
const escalatedCounterparts = { OfficeReminded: true, DutyBreached: true, DutiesRecomputed: true };

describe('the standing of an office', () => {
  it('stays clear whatever is done on it, until a confirmed fault is counted', () => {
    const { CountFault: _, ...others } = aggregates.standings.commands;
    const withoutFaults = { ...aggregates.standings, commands: others };
    const honours = ['PracticeNoted', 'AwardGranted', 'AwardRevoked'];
    fc.assert(
      fc.property(steps, (all) => {
        for (const { type } of play(withoutFaults, all)) expect(honours).toContain(type);
      }),
    );
  });
});

describe('what happens to a case', () => {
  it('never moves the standing of an office: no event of a case is one of a standing', () => {
    const standing = Object.keys(AGGREGATES.standings.versions).filter(
      (type) => !(type in escalatedCounterparts),
    );
    fc.assert(
      fc.property(steps, (all) => {
        for (const { type } of play(aggregates.cases, all)) expect(standing).not.toContain(type);
      }),
    );
  });

  it('leaves every running case with an office that owes something by a time', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const history = play(aggregates.cases, all);
        const state = history.reduce<{ status: string }>(
          (folded, { type, data }) => aggregates.cases.evolve(folded, { type, data }) as { status: string },
          aggregates.cases.initial as { status: string },
        );
        if (['unregistered', 'closed', 'closed-with-lead', 'struck'].includes(state.status)) return;
        const open = contextOf(history, bundledRules, EXAMPLE_OFFICES)
          .duties()
          .filter(({ kind, status }) => kind === 'duty' && status === 'open');
        expect({ history: history.map(({ type }) => type), open: open.length > 0 }).toMatchObject({
          open: true,
        });
      }),
      { numRuns: 100 },
    );
  });
});
