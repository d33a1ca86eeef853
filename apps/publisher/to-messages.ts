import { checked, schemaUri, topicOf } from '@huiyin/contracts';
import type { StoredEvent } from '@huiyin/event-store/port';
import type { Message } from '@huiyin/messaging/port';
import { CONTRACT_MAP, type Published, type Source } from './contract-map';

/** A stored type that this version has no decision for: a newer Huiyin wrote it. Never skipped. */
export class UnmappedEvent extends Error {
  readonly code = 'unmapped-event';
  constructor({ type, stream, position }: StoredEvent) {
    super(`no contract is decided for ${type} (${stream}, position ${position}): run a newer Huiyin`);
  }
}

type Build = 'private' | ((from: Source) => Published);
const MAP = CONTRACT_MAP as unknown as Readonly<Record<string, Readonly<Record<string, Build>>>>;

/** CloudEvents `source` of the only log; a federation names each. */
const SOURCE = '/huiyin';

/** What an event is published as: nothing for a private one. Pure. Throws UnmappedEvent, ContractViolation. */
export const toMessages = (event: StoredEvent): Message[] => messagesFrom(SOURCE, event);

export function messagesFrom(source: string, event: StoredEvent): Message[] {
  const { aggregate, id } = partsOf(event.stream);
  const decision = MAP[aggregate]?.[event.type];
  if (decision === undefined) throw new UnmappedEvent(event);
  if (decision === 'private') return [];
  const { type, key, data } = decision({ id, event, data: event.data });
  const { traceparent } = event.meta;
  return [
    {
      id: event.id,
      topic: topicOf(type),
      key,
      type,
      source,
      subject: event.stream,
      time: event.occurredAt,
      dataschema: schemaUri(type),
      data: checked(type, { ...originOf(event), ...(data as object) }),
      ...(traceparent === undefined ? {} : { traceparent }),
      position: event.position,
    },
  ];
}

/** `case-018f…` is the case with the id after the first hyphen. */
function partsOf(stream: string): { aggregate: string; id: string } {
  const hyphen = stream.indexOf('-');
  return { aggregate: stream.slice(0, hyphen), id: stream.slice(hyphen + 1) };
}

const originOf = ({ revision, occurredAt, recordedAt, meta }: StoredEvent) => ({
  revision,
  occurredAt,
  recordedAt,
  policy: meta.policy,
  calendar: meta.calendar,
});
