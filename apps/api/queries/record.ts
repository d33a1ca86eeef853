import { aggregates, streamOf, type AggregatePath } from '@huiyin/domain';
import type { EventStore, StoredEvent } from '@huiyin/event-store';
import { isSealed } from '@huiyin/kernel';
import { duties, explain, type Duty, type RuleBook } from '@huiyin/policy';

export interface ExplainedDuty extends Duty {
  explanation: { zh: string; en: string };
}

/** One aggregate, folded from its own stream: never behind, and as it stood at any instant. */
export interface RecordRead {
  id: string;
  revision: number;
  position: number;
  state: unknown;
  duties: readonly ExplainedDuty[];
  events: readonly unknown[];
}

/** Undefined when the stream does not exist (or did not at `asOf`). */
export async function readRecord(
  store: EventStore,
  rules: RuleBook,
  path: AggregatePath,
  id: string,
  asOf?: string,
): Promise<RecordRead | undefined> {
  const aggregate = aggregates[path];
  const history = await store.readStream(streamOf(aggregate, id), asOf === undefined ? {} : { until: asOf });
  const last = history.at(-1);
  if (!last) return undefined;
  const state = history.reduce<unknown>(
    (folded, event) => aggregate.evolve(folded, event as { type: string; data: unknown }),
    aggregate.initial,
  );
  return {
    id,
    revision: last.revision,
    position: last.position,
    state: withoutSealed(state),
    duties: owed(history, rules),
    events: history.map(shown),
  };
}

const owed = (history: readonly StoredEvent[], rules: RuleBook): ExplainedDuty[] =>
  duties(history, rules).map((duty) => ({
    ...duty,
    explanation: { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') },
  }));

const shown = ({
  id,
  type,
  version,
  revision,
  position,
  occurredAt,
  recordedAt,
  data,
  meta,
}: StoredEvent): unknown => ({
  id,
  type,
  version,
  revision,
  position,
  occurredAt,
  recordedAt,
  office: meta.office,
  actor: meta.actor,
  policy: meta.policy,
  calendar: meta.calendar,
  data: withoutSealed(data),
});

/** Says that something personal is there, and nothing of it. */
export function withoutSealed(value: unknown): unknown {
  if (isSealed(value)) return { sealed: true };
  if (Array.isArray(value)) return value.map(withoutSealed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutSealed(part)]));
}
