import { HOUR_ms } from '@huiyin/kernel';
import { duties, type Fact, type Instant, type RuleBook } from '@huiyin/policy';
import type { AnyAggregate } from './aggregates';
import { contextOf } from './context';
import { revised, stampOf } from './explore-revision';
import { createNovelty } from './facets';
import { ALL_SUCCEEDED, EXAMPLE_OFFICES } from './offices';
import { EXAMPLE_MEASURED } from './target/examples';
import type { RefusalCode } from './refusals';

const MONTH_ms = 30 * 24 * HOUR_ms;
/** Refused today, and not for ever: tried again a month later. */
const LIFTED_BY_TIME: readonly RefusalCode[] = ['hearing-before-its-day', 'too-soon-to-come-down'];
const WAITED_MAX_ms = 3 * MONTH_ms;
const START: Instant = '2026-03-02T01:00:00.000Z';
/** Bounds of the search: far above what any aggregate needs, so that a status that grows without end is noticed. */
const STATES_MAX = 5_000;
const DEPTH_MAX = 30;

export interface Transition {
  from: string;
  command: string;
  to: string;
}

export interface Exploration {
  transitions: readonly Transition[];
  /** Of each part that runs beside the status. */
  parts: Readonly<Record<string, readonly Transition[]>>;
  refusals: readonly { from: string; command: string; code: RefusalCode }[];
  /** Every event that was decided on the way, with its command. */
  events: readonly { command: string; type: string; data: unknown }[];
}

interface State {
  status: string;
  parts?: Readonly<Record<string, { status: string }>>;
}

interface Reached {
  state: State;
  history: readonly Fact[];
  now: Instant;
}

interface Try {
  command: string;
  data: unknown;
  now: Instant;
  /** Where the other streams stand that the command refers to. */
  other: State;
}

/** Gives every example command in every state that can be reached so, and records what comes of it. */
export function explore(aggregate: AnyAggregate, rules: RuleBook): Exploration {
  const found: Found = {
    transitions: new Map(),
    parts: new Map(),
    refusals: new Map(),
    events: [],
    statuses: new Map(),
  };
  search(aggregate, rules, found);
  return {
    transitions: [...found.transitions.values()],
    parts: partsOf(found),
    refusals: [...found.refusals.values()],
    events: found.events,
  };
}

function search(aggregate: AnyAggregate, rules: RuleBook, found: Found): void {
  const initial = { state: aggregate.initial as State, history: [], now: START };
  const examples = examplesOf(aggregate);
  const novelty = createNovelty();
  novelty.of(initial.state);
  const reached: Reached[] = [initial];
  const goOn = (from: Reached, tries: Iterable<Try>): void => {
    for (const one of tries) {
      const next = take(aggregate, from, one, rules, found);
      if (!next || next.history.length > DEPTH_MAX || !novelty.of(next.state)) continue;
      if (novelty.size() >= STATES_MAX) throw new Error(`${aggregate.name}: more than ${STATES_MAX} states`);
      reached.push(next);
    }
  };
  const visit = (from: Reached): void => {
    const { status } = from.state;
    if (!found.statuses.has(status)) found.statuses.set(status, from.state);
    goOn(from, alone(from, rules, examples));
  };
  for (const from of reached) visit(from);
  if (!aggregate.refersTo) return;
  // Again, beside another stream in each status that the first round has found.
  const inFirstRound = reached.length;
  for (const [index, from] of reached.entries()) {
    if (index >= inFirstRound) visit(from);
    goOn(from, beside(aggregate, from, found.statuses.values(), examples));
  }
}

interface Found {
  transitions: Map<string, Transition>;
  parts: Map<string, Transition & { part: string }>;
  refusals: Map<string, Exploration['refusals'][number]>;
  events: { command: string; type: string; data: unknown }[];
  /** A state for each status. */
  statuses: Map<string, State>;
}

/** Each transition and each refusal once. */
const keep = <T extends object>(all: Map<string, T>, one: T): unknown =>
  all.set(Object.values(one).join(' '), one);

function partsOf({ parts }: Found): Exploration['parts'] {
  const all: Record<string, Transition[]> = {};
  for (const { part, ...transition } of parts.values()) (all[part] ??= []).push(transition);
  return all;
}

/** The steps of the parts that moved. */
function* moved(command: string, before: State, after: State): Generator<Transition & { part: string }> {
  for (const [part, { status: to }] of Object.entries(after.parts ?? {})) {
    const from = before.parts![part]!.status;
    if (from !== to) yield { part, from, command, to };
  }
}

const after = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

/** Each example of each command as its schema reads it. */
type Examples = readonly (readonly [command: string, data: unknown])[];

const examplesOf = ({ examples, commands }: AnyAggregate): Examples =>
  Object.entries(examples).flatMap(([command, all]) =>
    all.map((data) => [command, commands[command]!.parse(data)] as const),
  );

function* alone(from: Reached, rules: RuleBook, examples: Examples): Generator<Try> {
  const other = from.state;
  const now = after(from.now, HOUR_ms);
  const owed = duties(from.history, rules).filter(({ status, kind }) => status === 'open' && kind === 'duty');
  for (const [command, data] of examples) {
    if (!(command in ON_A_DUTY)) yield { command, data, now, other };
    else
      for (const { id: dutyId, dueAt } of owed)
        yield { command, data: { dutyId }, now: momentFor(command, dueAt, now), other };
  }
}

function* beside(
  { refersTo }: AnyAggregate,
  { state, now }: Reached,
  others: Iterable<State>,
  examples: Examples,
): Generator<Try> {
  const all = [...others];
  for (const [command, data] of examples) {
    if ((refersTo?.({ type: command, data }, () => state).length ?? 0) === 0) continue;
    for (const other of all) yield { command, data, now: after(now, HOUR_ms), other };
  }
}

/** Commands about a duty: the examples' own duty ids are of no stream. */
const ON_A_DUTY = { RemindOffice: true, RecordBreach: true };

const momentFor = (command: string, dueAt: Instant, now: Instant): Instant =>
  command === 'RecordBreach' && dueAt > now ? dueAt : now;

function take(
  aggregate: AnyAggregate,
  from: Reached,
  { command, data, now, other }: Try,
  rules: RuleBook,
  found: Found,
): Reached | undefined {
  const issued = {
    id: idFor(aggregate, data),
    now,
    occurredAt: now,
    actor: 'explorer',
    measured: EXAMPLE_MEASURED,
  };
  const inForce = command === 'RecomputeDuties' ? revised(rules, duties(from.history, rules)) : rules;
  const offices = command === 'ReplaceOffice' ? ALL_SUCCEEDED : EXAMPLE_OFFICES;
  const context = contextOf(from.history, inForce, offices, () => other);
  const decision = aggregate.decide({ ...issued, type: command, data }, from.state, context);
  const { status } = from.state;
  if (!decision.ok) {
    const { code } = decision.refusal;
    keep(found.refusals, { from: status, command, code });
    if (!LIFTED_BY_TIME.includes(code) || now > after(from.now, WAITED_MAX_ms)) return undefined;
    return take(aggregate, from, { command, data, now: after(now, MONTH_ms), other }, rules, found);
  }
  if (decision.events.length === 0) return undefined;
  let { state } = from;
  const history = [...from.history];
  for (const event of decision.events) {
    state = aggregate.evolve(state, event) as Reached['state'];
    const revision = history.length;
    const meta = stampOf([...history, event], rules);
    history.push({ id: `e${revision}`, ...event, occurredAt: now, meta, revision });
    found.events.push({ command, ...event });
  }
  keep(found.transitions, { from: status, command, to: state.status });
  for (const one of moved(command, from.state, state)) keep(found.parts, one);
  return { state, history, now };
}

/** A pack or calendar is adopted under its own id; any id will do for the others. */
function idFor(aggregate: AnyAggregate, data: unknown): string {
  const { pack, calendar } = data as Record<'pack' | 'calendar', { id?: string } | undefined>;
  return pack?.id ?? calendar?.id ?? `${aggregate.name}-1`;
}
