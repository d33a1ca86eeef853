import { contextOf, EVERY_OFFICE, holdersOf, proposeFinding, standingAggregate } from '@huiyin/domain';
import { addDays } from '@huiyin/kernel';
import {
  bundledRules,
  due,
  duties,
  refOf,
  triggered,
  type EscalationCommand,
  type PolicyPack,
} from '@huiyin/policy';
import fc from 'fast-check';
import { backtest, totalOf, windowOf, type Line, type Logged } from '.';

const pack = bundledRules.pack('xinfang-2022');
const window = windowOf('2026-01-01', '2026-12-31', pack.timeZone);
const OFFICES = ['housing', 'labour'];

interface Course {
  office: string;
  /** Days between a step and the one before it; a case stops where a number is missing. */
  waits: number[];
  /** Who signed it, and on which days after it came the matter came again. */
  persons: number;
  repeats: number[];
}

function event(stream: string, type: string, occurredAt: string, data: object): Logged {
  return { id: `${stream}/${type}/${occurredAt}`, stream, type, occurredAt, data, meta: {} };
}

/** What an office did with one case, and when. */
function handled(stream: string, { office, waits, persons, repeats }: Course): Logged[] {
  const steps: [type: string, data: object][] = [
    ['CaseSorted', { by: 'petitions', procedure: 'ordinary' }],
    ['CaseSent', { by: 'petitions', to: office, mode: 'assign', reachable: true }],
    ['CaseAcknowledged', { by: office }],
    ['CaseAccepted', { by: office, procedure: 'ordinary' }],
    ['CaseAnswered', { by: office, outcomes: [] }],
    ['ClosingReported', { by: office }],
    ['CaseClosed', { by: office }],
  ];
  let at = '2026-01-05';
  const registered = {
    pack: refOf(pack),
    receiver: 'petitions',
    kind: 'joint',
    persons,
    receivedAt: `${at}T02:00:00.000Z`,
  };
  const again = [...repeats]
    .sort((a, b) => a - b)
    .map((day, index) =>
      event(stream, 'RepeatCounted', `${addDays('2026-01-05', day)}T05:00:00.000Z`, {
        ...{ by: 'petitions', repeats: index + 1, signatories: 1 },
      }),
    );
  const taken = [
    event(stream, 'CaseRegistered', registered.receivedAt, registered),
    ...waits.map((wait, index) => {
      const [type, data] = steps[index]!;
      at = addDays(at, wait);
      return event(stream, type, `${at}T02:00:00.000Z`, data);
    }),
  ];
  return [...taken, ...again].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
}

/** The orders that the record itself calls for. */
const thresholdsOf = (events: readonly Logged[]): Logged[] =>
  triggered(events, bundledRules)
    .filter(({ at }) => at < window.until)
    .map(({ commandId, owner, at }) =>
      event(`supervision-${commandId}`, 'SupervisionOrdered', at, {
        caseId: events[0]!.stream.slice('case-'.length),
        office: owner,
      }),
    );

/** The steps that the escalation service takes of one case, each knowing no more than what had happened by then. */
function* stepsTaken(events: readonly Logged[]): Generator<{ step: EscalationCommand; known: Logged[] }> {
  let after = '';
  for (const [index, until] of [...events.map(({ occurredAt }) => occurredAt), window.until].entries()) {
    const known = events.slice(0, index);
    for (const step of due(duties(known, bundledRules), until, after))
      if (step.at < until) yield { step, known };
    after = until;
  }
}

/** What is then recorded of it; a fault is confirmed when its review is opened. */
function recordedOf({ step: { do: what, duty, at }, known }: { step: EscalationCommand; known: Logged[] }) {
  const caseStream = known[0]!.stream;
  const about = { caseId: caseStream.slice('case-'.length), office: duty.owner, pack: refOf(pack) };
  const of = (kind: string) => `${kind}-${duty.id}`;
  if (what === 'breach')
    return [event(caseStream, 'DutyBreached', at, { ...about, rule: duty.rule, dueAt: duty.dueAt })];
  if (what === 'supervise') return [event(of('supervision'), 'SupervisionOrdered', at, about)];
  if (what !== 'review') return [];
  const evidence = { timeline: [], holders: holdersOf(known), duty, explanation: { zh: '', en: '' } };
  const finding = proposeFinding(evidence, at);
  const opened = event(of('review'), 'ReviewOpened', at, about);
  if (finding.outcome !== 'fault') return [opened];
  const { kind, gravity } = finding;
  const counted = { ...about, reviewId: duty.id, kind, gravity };
  return [opened, event(`standing-${duty.owner}/${duty.id}`, 'FaultCounted', at, counted)];
}

/** The rungs that confirmed faults lead to, as the standing's decider says. */
function rungsOf(faults: readonly Logged[], office: string): Logged[] {
  let state = standingAggregate.initial;
  return faults.flatMap(({ occurredAt, data }) => {
    const command = { type: 'CountFault', data, id: office, now: occurredAt, occurredAt, actor: 's' };
    const decided = standingAggregate.decide(
      command as Parameters<typeof standingAggregate.decide>[0],
      state,
      contextOf([], bundledRules, EVERY_OFFICE),
    );
    const events = decided.ok ? decided.events : [];
    for (const one of events) state = standingAggregate.evolve(state, one);
    return events
      .filter(({ type }) => type === 'RungReached')
      .map((one, index) =>
        event(`standing-${office}/${index}`, one.type, occurredAt, { ...one.data, office }),
      );
  });
}

/** A log as the running system would have written it. */
function logOf(courses: readonly Course[]): Logged[] {
  const cases = courses.map((course, index) => handled(`case-${index}`, course));
  const recorded = cases.flatMap((events) => [
    ...[...stepsTaken(events)].flatMap(recordedOf),
    ...thresholdsOf(events),
  ]);
  const inTime = [...cases.flat(), ...recorded].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const faults = (office: string) =>
    inTime.filter(
      ({ type, data }) => type === 'FaultCounted' && (data as { office: string }).office === office,
    );
  return [...inTime, ...['petitions', ...OFFICES].flatMap((office) => rungsOf(faults(office), office))];
}

function tested(log: readonly Logged[], tried: PolicyPack): { offices: [string, Line][]; total: Line } {
  const test = backtest({ rules: bundledRules, pack: tried, insteadOf: pack.id, window });
  for (const one of log) test.take(one);
  const { offices } = test.finish();
  return { offices: offices as [string, Line][], total: totalOf(offices) };
}

const course = fc.record({
  office: fc.constantFrom(...OFFICES),
  waits: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 0, maxLength: 7 }),
  persons: fc.integer({ min: 1, max: 8 }),
  repeats: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 7 }),
});
const log = fc.array(course, { minLength: 1, maxLength: 8 }).map(logOf);

test('under the same pack, what would have been is what was', () => {
  const seen = { breached: 0, supervised: 0, reviewed: 0, faults: 0, rungs: 0 };
  fc.assert(
    fc.property(log, (events) => {
      const { offices, total } = tested(events, pack);
      for (const [, { was, would }] of offices) expect(would).toEqual(was);
      for (const count of Object.keys(seen) as (keyof typeof seen)[]) seen[count] += total.was[count];
    }),
    { numRuns: 60 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('what both packs ask for in the same way is folded once, and comes out as if it were folded twice', () => {
  const duties = pack.duties.map((rule) =>
    rule.id === 'answer' ? { ...rule, period: { unit: 'days' as const, amount: 30 } } : rule,
  );
  const tried: PolicyPack = { ...pack, version: pack.version + 1, duties };
  // A period for a service that nobody asks for: no rule counts as the same any more.
  const unlike: PolicyPack = { ...tried, services: { nothing: { unit: 'days', amount: 1 } } };
  fc.assert(
    fc.property(log, (events) => expect(tested(events, tried)).toEqual(tested(events, unlike))),
    { numRuns: 30 },
  );
});
