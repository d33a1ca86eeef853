import type { ArchivedEvent, EventArchive } from '@huiyin/event-store';

/** More than the largest request has, so that every page holds a whole one. */
const PAGE_events = 2_000;

/** `[position, stream, revision, id, type, version, occurredAt, recordedAt, data, meta, commandId?, events?]` */
type EventRow = (string | number)[];

export function toRow({ request, ...event }: ArchivedEvent): EventRow {
  const { position, stream, revision, id, type, version, occurredAt, recordedAt, data, meta } = event;
  const own = [position, stream, revision, id, type, version, occurredAt, recordedAt, data, meta];
  return request ? [...own, request.commandId, request.events] : own;
}

export function fromRow(row: unknown): ArchivedEvent {
  const [
    position,
    stream,
    revision,
    id,
    type,
    version,
    occurredAt,
    recordedAt,
    data,
    meta,
    commandId,
    events,
  ] = row as [
    number,
    string,
    number,
    string,
    string,
    number,
    string,
    string,
    string,
    string,
    string?,
    number?,
  ];
  const event = { position, stream, revision, id, type, version, occurredAt, recordedAt, data, meta };
  return commandId === undefined || events === undefined
    ? event
    : { ...event, request: { commandId, events } };
}

/** Everything up to a position that was the head, in pieces that end where a request does. */
export async function* eventsUpTo(archive: EventArchive, head: number): AsyncGenerator<ArchivedEvent[]> {
  for (let after = 0; after < head;) {
    const page = (await archive.read({ after, limit: PAGE_events })).filter(
      ({ position }) => position <= head,
    );
    const last = page.at(-1);
    if (!last) throw new Error(`the log ends at ${after}, though its head was ${head}`);
    const piece = last.position === head ? page : page.slice(0, lastBeginning(page));
    yield piece;
    after = piece.at(-1)!.position;
  }
}

/** Where the last request of the page begins, which may go on after it; the whole page if there is no other. */
function lastBeginning(page: readonly ArchivedEvent[]): number {
  const at = page.findLastIndex(({ request }) => request !== undefined);
  return at > 0 ? at : page.length;
}
