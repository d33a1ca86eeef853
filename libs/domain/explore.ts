import { duties, type Duty, type Fact, type Instant, type RuleBook } from '@huiyin/policy';
import type { AnyAggregate } from './aggregates';
import { contextOf } from './context';
import type { RefusalCode } from './refusals';

const HOUR_ms = 3_600_000;
const START: Instant = '2026-03-02T01:00:00.000Z';
/** Bounds of the search: far above what any aggregate needs, so that a status that grows without end is noticed. */
const STATES_MAX = 2_000;
const DEPTH_MAX = 30;
/** Only counters and lists of the past: two states that differ in nothing else take the same steps. */
const PAST = new Set(['breached', 'faults', 'returns', 'openedAt', 'version']);

export interface Transition {
  from: string;
  command: string;
  to: string;
}

export interface Exploration {
  transitions: readonly Transition[];
  refusals: readonly { from: string; command: string; code: RefusalCode }[];
  /** Every event that was decided on the way, with its command. */
  events: readonly { command: string; type: string; data: unknown }[];
}

interface Reached {
  state: { status: string };
  history: readonly Fact[];
  now: Instant;
}

interface Try {
  command: string;
  data: unknown;
  now: Instant;
}

/** Gives every example command in every state that can be reached so, and records what comes of it. */
export function explore(aggregate: AnyAggregate, rules: RuleBook): Exploration {
  const found: Found = { transitions: new Map(), refusals: new Map(), events: [] };
  const initial = { state: aggregate.initial as Reached['state'], history: [], now: START };
  const seen = new Set([keyOf(initial.state)]);
  const queue: Reached[] = [initial];
  for (let from = queue.shift(); from; from = queue.shift()) {
    for (const one of tries(aggregate, from, rules)) {
      const next = take(aggregate, from, one, rules, found);
      if (!next || seen.has(keyOf(next.state)) || next.history.length > DEPTH_MAX) continue;
      if (seen.size >= STATES_MAX) throw new Error(`${aggregate.name}: more than ${STATES_MAX} states`);
      seen.add(keyOf(next.state));
      queue.push(next);
    }
  }
  return {
    transitions: [...found.transitions.values()],
    refusals: [...found.refusals.values()],
    events: found.events,
  };
}

interface Found {
  transitions: Map<string, Transition>;
  refusals: Map<string, Exploration['refusals'][number]>;
  events: { command: string; type: string; data: unknown }[];
}

/** Each transition and each refusal once. */
const keep = <T extends object>(all: Map<string, T>, one: T): unknown =>
  all.set(Object.values(one).join(' '), one);

const keyOf = (state: object): string =>
  JSON.stringify(state, (key, value: unknown) => (PAST.has(key) ? undefined : value));

const after = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

function* tries(aggregate: AnyAggregate, from: Reached, rules: RuleBook): Generator<Try> {
  const now = after(from.now, HOUR_ms);
  const owed = duties(from.history, rules).filter(({ status, kind }) => status === 'open' && kind === 'duty');
  for (const [command, examples] of Object.entries(aggregate.examples)) {
    for (const data of examples) {
      const onDuty = typeof data === 'object' && data !== null && command in ON_A_DUTY;
      if (!onDuty) yield { command, data, now };
      else
        for (const duty of owed)
          yield { command, data: { dutyId: duty.id }, now: momentFor(command, duty, now) };
    }
  }
}

/** Commands about a duty: the examples' own duty ids are of no stream. */
const ON_A_DUTY = { RemindOffice: true, RecordBreach: true };

const momentFor = (command: string, { dueAt }: Duty, now: Instant): Instant =>
  command === 'RecordBreach' && dueAt > now ? dueAt : now;

function take(
  aggregate: AnyAggregate,
  from: Reached,
  { command, data, now }: Try,
  rules: RuleBook,
  found: Found,
): Reached | undefined {
  const parsed = aggregate.commands[command]!.parse(data);
  const issued = { id: idFor(aggregate, parsed), now, occurredAt: now, actor: 'explorer' };
  const context = contextOf(from.history, rules, { has: () => true });
  const decision = aggregate.decide({ ...issued, type: command, data: parsed }, from.state, context);
  const { status } = from.state;
  if (!decision.ok) {
    keep(found.refusals, { from: status, command, code: decision.refusal.code });
    return undefined;
  }
  if (decision.events.length === 0) return undefined;
  let { state } = from;
  const history = [...from.history];
  for (const event of decision.events) {
    state = aggregate.evolve(state, event) as Reached['state'];
    const revision = history.length;
    history.push({ id: `e${revision}`, ...event, occurredAt: now, meta: {}, revision });
    found.events.push({ command, ...event });
  }
  keep(found.transitions, { from: status, command, to: state.status });
  return { state, history, now };
}

/** A pack or calendar is adopted under its own id; any id will do for the others. */
function idFor(aggregate: AnyAggregate, data: unknown): string {
  const { pack, calendar } = data as Record<'pack' | 'calendar', { id?: string } | undefined>;
  return pack?.id ?? calendar?.id ?? `${aggregate.name}-1`;
}
