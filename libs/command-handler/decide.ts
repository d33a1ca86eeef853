import { contextOf, type Issued, type Refusal } from '@huiyin/domain';
import type { EventMeta, NewEvent, StoredEvent } from '@huiyin/event-store';
import { deterministicUuidv7 } from '@huiyin/kernel';
import { refOf, type RuleBook } from '@huiyin/policy';
import type { CommandEnvelope, HandlerDeps } from './envelope';
import { foldOf, type Evolved, type Other } from './others';

export type Decided = { status: 'accepted'; events: NewEvent[] } | { status: 'refused'; refusal: Refusal };

/** Pure but for the clock: what the aggregate decides, as events ready to be sealed and appended. */
export function decide(
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

/** 128 bits in base64url: enough to tell two requests of one account apart. */
const HASH_STORED_chars = 22;
export const hashKept = (requestHash: string | undefined): string | undefined =>
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
    requestHash: hashKept(command.requestHash),
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
