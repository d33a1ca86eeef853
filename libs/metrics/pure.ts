import { DAY_ms } from '@huiyin/kernel';
import type { LogEvent } from '@huiyin/read-models';
import type { Instant } from '@huiyin/policy';
import type { CaseFacts } from './facts';
import type { Item, Window } from './metric';

/* What the pure functions of the metrics have in common; sql.ts says the same in SQL. */

export type Event<Type extends LogEvent['type']> = Extract<LogEvent, { type: Type }>;

export const isIn = (at: Instant, { since, until }: Window): boolean => at >= since && at < until;

const isOf = <Type extends LogEvent['type']>(event: LogEvent, types: readonly Type[]): event is Event<Type> =>
  types.some((type) => type === event.type);

export const eventsOf = <Type extends LogEvent['type']>(
  { history }: CaseFacts,
  ...types: readonly Type[]
): readonly Event<Type>[] => history.filter((event) => isOf(event, types));

/** The steps of these types that were taken in the window. */
export const happened = <Type extends LogEvent['type']>(
  facts: CaseFacts,
  window: Window,
  ...types: readonly Type[]
): readonly Event<Type>[] => eventsOf(facts, ...types).filter(({ occurredAt }) => isIn(occurredAt, window));

export const item = ({ id }: CaseFacts, office: string, met = true, amount: number | null = null): Item => ({
  caseId: id,
  office,
  met,
  amount,
});

export const daysBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_ms;
