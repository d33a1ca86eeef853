import { aggregates, casesOf, correctionsOf, streamOf, type AggregatePath } from '@huiyin/domain';
import { seesEverything } from '@huiyin/access';
import type { StoredEvent } from '@huiyin/event-store';
import { isSealed } from '@huiyin/kernel';
import { duties, explain, type Duty, type RuleBook } from '@huiyin/policy';
import type { ReadContext } from './route';
import { withoutUnannounced } from './unannounced';

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

/** Undefined when the stream does not exist (or did not at `asOf`), and when the viewer must not see it. */
export async function readRecord(
  context: ReadContext,
  path: AggregatePath,
  id: string,
  asOf?: string,
): Promise<RecordRead | undefined> {
  const aggregate = aggregates[path];
  const { store, rules } = context.platform;
  // Whole, whatever is asked: who must not see a case now must not see what it was before either.
  const whole = await visible(context, path, await store.readStream(streamOf(aggregate, id)));
  const until = asOf === undefined ? whole : whole.filter(({ recordedAt }) => recordedAt <= asOf);
  const last = until.at(-1);
  if (!last) return undefined;
  const { viewer, platform } = context;
  const history = path === 'supervisions' ? withoutUnannounced(until, viewer, platform.directory) : until;
  const state = history.reduce<unknown>(
    (folded, event) => aggregate.evolve(folded, event as { type: string; data: unknown }),
    aggregate.initial,
  );
  return {
    id,
    revision: last.revision,
    position: last.position,
    state: withoutSealed(state),
    duties: owed(history, rules.current()),
    events: history.map((event) => ({ ...shown(event), ...correctedIn(until, event.revision) })),
  };
}

/** The events of a record that the viewer may see: all of them, none, or those about cases that they may see. */
async function visible(
  { sight, viewer, guard }: ReadContext,
  path: AggregatePath,
  history: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  if (seesEverything(sight)) return history;
  if (path === 'cases') return guard.maySeeHistory(viewer, history) ? history : [];
  const caseIds = [...new Set(history.flatMap(({ data }) => casesOf(data)))];
  const hidden = new Set<string>();
  for (const caseId of caseIds) if (!(await guard.maySeeCase(viewer, caseId))) hidden.add(caseId);
  if (hidden.size === 0) return history;
  const isHidden = ({ data }: StoredEvent): boolean => casesOf(data).some((caseId) => hidden.has(caseId));
  // What follows from a fault (rung, talk, measure) cannot be told apart from it: the record ends before it.
  if (path === 'standings') return history.slice(0, history.findIndex(isHidden));
  const entry = ENTRY[path];
  // An order, a review and advice are about their cases, whether an event of them says so or not.
  if (!entry) return [];
  // A reminder and a breach name the entry at the end of the duty's id.
  const entryOf = ({ data }: StoredEvent): unknown => {
    const { [entry]: named, dutyId } = data as Record<string, unknown>;
    return named ?? (typeof dutyId === 'string' ? dutyId.split(':').at(-1) : undefined);
  };
  const gone = new Set(history.filter(isHidden).map(entryOf));
  return history.filter((event) => entryOf(event) === undefined || !gone.has(entryOf(event)));
}

/** Where one stream tells of many cases: the field that its events about one of them have in common. */
const ENTRY: Partial<Record<AggregatePath, string>> = { funds: 'request', ledgers: 'item' };

const owed = (history: readonly StoredEvent[], rules: RuleBook): ExplainedDuty[] =>
  duties(history, rules).map((duty) => ({
    ...duty,
    explanation: { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') },
  }));

/** How the entry is read now, field by field; its data say what stood. */
function correctedIn(history: readonly StoredEvent[], entry: number): { corrected?: object } {
  const fields = [...correctionsOf(history, entry)].map(
    ([field, { after }]) => [field, withoutSealed(after)] as const,
  );
  return fields.length > 0 ? { corrected: Object.fromEntries(fields) } : {};
}

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
}: StoredEvent): object => ({
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
