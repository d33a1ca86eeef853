import { HOUR_ms } from '@huiyin/kernel';
import {
  contextOf,
  EVERY_OFFICE,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
  type Offices,
  type Refusal,
  type RefusalCode,
  type StreamKind,
} from '@huiyin/domain';
import { bundledRules, duties, type Duty, type Fact, type Instant } from '@huiyin/policy';

/*
 * given(aggregate, ...events).when(command, issued?).then(events | refusal(code))
 *
 * Events happen one hour after another from START unless `on` says when; the command comes one hour after the last.
 * Its data passes the command's own schema, as at the edge. Rules and duties are the real ones.
 */

/** Monday 2 March 2026, 09:00 in Beijing. */
export const START: Instant = '2026-03-02T01:00:00.000Z';
export const ID = '0196a0c1-5d00-7000-8000-000000000001';

interface Shape {
  type: string;
  data: unknown;
}
/** An event of the history, with the time at which it happened where that matters. */
export type Happened<E extends Shape> = E & { occurredAt?: Instant };
interface Command<Type extends string> {
  type: Type;
  data?: unknown;
}

/** At noon of a Beijing day, or at an instant. */
export const at = (when: string): Instant =>
  new Date(when.includes('T') ? when : `${when}T12:00:00+08:00`).toISOString();

export const on = <E extends Shape>(when: string, event: E): Happened<E> => ({
  ...event,
  occurredAt: at(when),
});

/** A refusal that is expected; `facts` are compared where they are given. */
export const refusal = (code: RefusalCode, facts?: Refusal['facts']): Refusal =>
  facts ? { code, facts } : { code };

const later = (instant: Instant): Instant => new Date(Date.parse(instant) + HOUR_ms).toISOString();

/** The history as the duties function reads it: event n has the id `e<n>`. */
export function factsOf(events: readonly Happened<Shape>[]): Fact[] {
  let now = START;
  return events.map(({ type, data, occurredAt }, index) => {
    if (index > 0) now = later(now);
    now = occurredAt ?? now;
    return { id: `e${index + 1}`, type, data, occurredAt: now, meta: {}, revision: index };
  });
}

/** The duties of a history under the bundled packs. */
export const dutiesOf = (...events: readonly Happened<Shape>[]): readonly Duty[] =>
  duties(factsOf(events), bundledRules);

export const stateAfter = <S, C extends Shape, E extends Shape>(
  aggregate: Aggregate<S, C, E>,
  ...events: readonly E[]
): S => events.reduce((state, event) => aggregate.evolve(state, event), aggregate.initial);

const folded = (kind: StreamKind | undefined, events: readonly Shape[]): unknown =>
  kind && events.length > 0
    ? events.reduce<unknown>((state, event) => kind.evolve(state, event), kind.initial)
    : undefined;

export function given<S, C extends Shape, E extends Shape>(
  aggregate: Aggregate<S, C, E>,
  ...events: readonly Happened<E>[]
) {
  const facts = factsOf(events);
  const state = stateAfter(aggregate, ...events);
  const now = facts.length === 0 ? START : later(facts.at(-1)!.occurredAt);
  return {
    when(
      command: Command<C['type']>,
      issued: Partial<Issued> & {
        offices?: Offices;
        others?: Readonly<Record<string, S>>;
        /** Histories of other streams that the command refers to, where what is owed there matters too. */
        histories?: Readonly<Record<string, readonly Happened<Shape>[]>>;
      } = {},
    ) {
      const historyOf = (id: string): readonly Happened<Shape>[] => issued.histories?.[id] ?? [];
      const moment = issued.now ?? issued.occurredAt ?? now;
      const full = { id: ID, actor: 'clerk', occurredAt: moment, ...issued, now: moment };
      const decided = decide(
        aggregate,
        command,
        full,
        state,
        contextOf(
          facts,
          bundledRules,
          issued.offices ?? EVERY_OFFICE,
          (id) => issued.others?.[id] ?? folded(aggregate.othersAre, historyOf(id)),
          (id) => factsOf(historyOf(id)),
        ),
      );
      return { then: (expected: readonly E[] | Refusal) => expectDecided(decided, expected) };
    },
  };
}

/** Through the schema, the decision and, if it is accepted, `evolve` of each event. */
export function decide<S, C extends Shape, E extends Shape>(
  aggregate: Aggregate<S, C, E>,
  { type, data = {} }: Command<C['type']>,
  issued: Issued,
  state: S,
  context: DecisionContext,
): Decision<E> {
  const command = { ...issued, type, data: aggregate.commands[type]!.parse(data) } as C & Issued;
  const decision = aggregate.decide(command, state, context);
  if (decision.ok) decision.events.reduce((folded, event) => aggregate.evolve(folded, event), state);
  return decision;
}

function expectDecided<E extends Shape>(decided: Decision<E>, expected: readonly E[] | Refusal): void {
  if (!('code' in expected)) {
    expect(decided).toEqual({ ok: true, events: expected });
    return;
  }
  const { code, facts } = expected;
  expect(decided).toEqual({
    ok: false,
    refusal: expect.objectContaining(facts ? { code, facts } : { code }) as unknown,
  });
}
