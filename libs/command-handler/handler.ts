import {
  contextOf,
  streamOf,
  type AnyAggregate,
  type Issued,
  type Measured,
  type Offices,
  type Refusal,
  type RefusalCode,
  type StreamKind,
} from '@huiyin/domain';
import type { EventMeta, EventStore, NewEvent, StoredEvent } from '@huiyin/event-store';
import { deterministicUuidv7, type Clock } from '@huiyin/kernel';
import { refOf, type RuleBook } from '@huiyin/policy';
import { recentHistories, type RecentHistories } from './recent';

/** A command on its way to a decision. Its data has passed the command's schema. */
export interface CommandEnvelope {
  aggregate: AnyAggregate;
  /** Of the aggregate. */
  id: string;
  type: string;
  data: unknown;
  /** UUID: the same command sent again is answered with what it did the first time. */
  commandId: string;
  actor: string;
  office?: string;
  /** ISO instant; default: now. */
  occurredAt?: string;
  /** The revision that the sender has seen; without it, a conflict is decided again on the newer state. */
  expectedRevision?: number;
  correlationId?: string;
  causationId?: string;
  traceparent?: string;
  /** SHA-256 of the request, to notice a key that is used again for something else. */
  requestHash?: string;
  /** Keyed hash of the query code that the answer will show. */
  receipt?: string;
  /** What the metrics that it needs come to. */
  measured?: Measured;
  /** A data subject whose key is kept already, for a petitioner who is not known yet. */
  newSubject?: string;
  /** The stream's events, where the caller has just read them. */
  history?: readonly StoredEvent[];
}

export type Executed =
  | { status: 'done' | 'repeated'; id: string; revision: number; position: number; events: number }
  /** Accepted, and nothing needed to be written. */
  | { status: 'unchanged'; id: string; revision: number }
  | { status: 'refused'; refusal: Refusal }
  /** `expectedRevision` is not the present one. */
  | { status: 'stale'; actualRevision: number | 'none' }
  /** The command id was used for another request. */
  | { status: 'reused' }
  /** Others kept changing the stream; try again. */
  | { status: 'contended' };

export type Execute = (command: CommandEnvelope) => Promise<Executed>;

export interface HandlerDeps {
  store: EventStore;
  clock: Clock;
  rules: () => RuleBook;
  offices: Offices;
  /** Resolves when rules and offices are as new as the log. */
  refresh: () => Promise<void>;
  /** Seals what is personal; throws if anything personal were left. */
  seal: (stream: string, events: readonly NewEvent[]) => Promise<NewEvent[]>;
}

const ATTEMPTS_MAX = 5;

/** Load, decide, append: the one way into the log. Rejects only with QueueFull, StoreUnavailable or a bug. */
export function createExecute(deps: HandlerDeps): Execute {
  const recent = recentHistories();
  return async (command) => {
    const stream = streamOf(command.aggregate, command.id);
    const remembered = command.history ? undefined : recent.get(stream);
    if (remembered) {
      const outcome = await attemptOnce(deps, recent, command, remembered);
      if (outcome !== 'conflict' && outcome.status === 'done') return outcome;
      // Whatever is not an append is decided again, on what is stored.
      recent.forget(stream);
    }
    return decideOnStored(deps, recent, command);
  };
}

async function decideOnStored(
  deps: HandlerDeps,
  recent: RecentHistories,
  command: CommandEnvelope,
): Promise<Executed> {
  let history = command.history;
  let refreshed = false;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const outcome = await attemptOnce(deps, recent, command, history);
    if (outcome === 'conflict')
      history = await deps.store.readStream(streamOf(command.aggregate, command.id));
    else if (refreshed || !mayBeKnownByNow(outcome)) return outcome;
    else {
      await deps.refresh();
      refreshed = true;
    }
  }
  return { status: 'contended' };
}

const MAY_BE_NEW: readonly RefusalCode[] = ['office-unknown', 'policy-unknown', 'policy-invalid'];

/** What was registered or adopted a moment ago may not have been followed here yet. */
const mayBeKnownByNow = (outcome: Executed): boolean =>
  outcome.status === 'refused' && MAY_BE_NEW.includes(outcome.refusal.code);

async function attemptOnce(
  deps: HandlerDeps,
  recent: RecentHistories,
  command: CommandEnvelope,
  known: readonly StoredEvent[] | undefined,
): Promise<Executed | 'conflict'> {
  const { aggregate, id, type } = command;
  const stream = streamOf(aggregate, id);
  const begins = type === aggregate.begunBy && aggregate.begins === 'once';
  // A stream that this command begins is taken to be empty: if it is not, the append says so.
  const history = known ?? (begins ? [] : await deps.store.readStream(stream));
  const before = history.filter(({ meta }) => meta.commandId === command.commandId);
  if (before.length > 0) return repeated(command, before);
  const revision = history.length - 1;
  if (command.expectedRevision !== undefined && command.expectedRevision !== revision) {
    return { status: 'stale', actualRevision: revision < 0 ? 'none' : revision };
  }
  const others = await othersOf(deps, command, history);
  const decided = decide(deps, command, history, new Map(others.map((other) => [other.id, other])));
  if (decided.status !== 'accepted') return decided;
  if (decided.events.length === 0) return { status: 'unchanged', id, revision };
  const events = await deps.seal(stream, decided.events);
  const expectedRevision = revision < 0 ? 'none' : revision;
  const result = await deps.store.append({
    commandId: command.commandId,
    streams: [
      { stream, expectedRevision, events },
      // What the decision has seen of other streams still holds when it is written, or it is decided again.
      ...others
        .filter((other) => other.stream !== stream)
        .map((other) => ({ stream: other.stream, expectedRevision: other.revision, events: [] })),
    ],
  });
  switch (result.status) {
    case 'conflict':
      return 'conflict';
    case 'appended':
      recent.remember(stream, history, events, result.first);
      return {
        status: 'done',
        id,
        revision: result.revisions[stream]!,
        position: result.last,
        events: events.length,
      };
    case 'repeated': {
      const written = await deps.store.readStream(stream);
      return repeated(
        command,
        written.filter(({ meta }) => meta.commandId === command.commandId),
      );
    }
  }
}

/** The same command again: answered as the first time, unless the id was used for something else. */
function repeated(command: CommandEnvelope, written: readonly StoredEvent[]): Executed {
  const last = written.at(-1);
  if (!last || stored(last.meta.requestHash) !== stored(command.requestHash)) return { status: 'reused' };
  const { revision, position } = last;
  return { status: 'repeated', id: command.id, revision, position, events: written.length };
}

interface Other {
  id: string;
  stream: string;
  history: readonly StoredEvent[];
  state: unknown;
  revision: number;
}

/** The other streams that the command refers to, as far as they exist. */
async function othersOf(
  { store }: HandlerDeps,
  { aggregate, type, data }: CommandEnvelope,
  history: readonly StoredEvent[],
): Promise<readonly Other[]> {
  const { refersTo, owedIn, othersAre: kind = aggregate } = aggregate;
  const state = (): unknown => foldOf(aggregate, history);
  const streams = owedIn?.({ type, data }, state) ?? [];
  const found = await Promise.all([
    ...(refersTo?.({ type, data }, state) ?? []).map(async (id) => {
      const stream = streamOf(kind, id);
      const read = await store.readStream(stream);
      return { id, stream, history: read, state: foldOf(kind, read) };
    }),
    ...streams.map(async (stream) => {
      return { id: stream, stream, history: await store.readStream(stream), state: undefined };
    }),
  ]);
  return found
    .filter((one) => one.history.length > 0)
    .map((one) => ({ ...one, revision: one.history.length - 1 }));
}

const foldOf = (aggregate: StreamKind, history: readonly StoredEvent[]): unknown =>
  history.reduce<unknown>((folded, event) => aggregate.evolve(folded, event as Evolved), aggregate.initial);

type Decided = { status: 'accepted'; events: NewEvent[] } | { status: 'refused'; refusal: Refusal };

function decide(
  deps: HandlerDeps,
  command: CommandEnvelope,
  history: readonly StoredEvent[],
  others: ReadonlyMap<string, Other>,
): Decided {
  const { aggregate, id, type, data, actor, office } = command;
  const now = deps.clock.now().toISOString();
  const occurredAt = command.occurredAt === undefined ? now : new Date(command.occurredAt).toISOString();
  if (occurredAt > now)
    return { status: 'refused', refusal: { code: 'happened-later', facts: { occurredAt, now } } };
  const rules = deps.rules();
  const context = contextOf(
    history,
    rules,
    deps.offices,
    (other) => others.get(other)?.state,
    (other) => others.get(other)?.history ?? [],
  );
  const state = foldOf(aggregate, history);
  const { receipt, newSubject, measured } = command;
  const issued: Issued = { id, now, occurredAt, actor, office, receipt, newSubject, measured };
  const decision = aggregate.decide({ ...issued, type, data }, state, context);
  if (!decision.ok) return { status: 'refused', refusal: decision.refusal };
  const meta = stamp(command, rules, [...history, ...decision.events]);
  const events = decision.events.map((event, index) => ({
    // From the command, so that the same history, lived through again, has the same ids.
    id: deterministicUuidv7(new Date(now), command.commandId, index),
    type: event.type,
    version: aggregate.versions[event.type]!,
    data: event.data,
    meta,
    occurredAt,
    recordedAt: now,
  }));
  return { status: 'accepted', events };
}

type Evolved = { type: string; data: unknown };

/** 128 bits in base64url: enough to tell two requests of one account apart. */
const HASH_STORED_chars = 22;
const stored = (requestHash: string | undefined): string | undefined =>
  requestHash?.slice(0, HASH_STORED_chars);

/** Under which rules it was decided: the pack that governs the stream, and the newest calendar that pack counts by. */
function stamp(command: CommandEnvelope, rules: RuleBook, events: readonly Evolved[]): EventMeta {
  const meta: EventMeta = {
    actor: command.actor,
    office: command.office ?? actingOffice(events.at(-1)?.data),
    commandId: command.commandId,
    ...(command.correlationId !== command.commandId && { correlationId: command.correlationId }),
    causationId: command.causationId,
    traceparent: command.traceparent,
    requestHash: stored(command.requestHash),
  };
  const pack = events
    .map(({ data }) => (data as { pack?: unknown }).pack)
    .find((ref) => typeof ref === 'string');
  if (pack === undefined) return meta;
  const { calendar } = rules.pack(pack);
  return { ...meta, policy: pack, calendar: refOf(rules.calendar(calendar)) };
}

const actingOffice = (data: unknown): string => {
  const { by, receiver, office } = (data ?? {}) as Partial<Record<'by' | 'receiver' | 'office', string>>;
  return by ?? receiver ?? office ?? 'system';
};
