import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import { requestsOf, type ArchivedEvent, type EventArchive } from '../archive/event';
import type { AppendRequest, EventMeta, NewEvent, StreamAppend } from '../port';
import { append } from './append';
import { connect } from './connect';
import { positionOf, toEvent } from './decode';
import { COMMAND_MARK, type CommandMark } from './encode';
import { RefusedByServer } from './errors';
import { createNames, NAMESPACE_DEFAULT } from './names';
import { readHead, readLogPage, type Reader } from './read';

/** Records in one read: a mark and its events are records alike. */
const PAGE_records = 2_000;

/** Positions are places in the server's own log: a restored event stands elsewhere, in the same order. */
export async function openKurrentDbArchive({
  url,
  namespace = NAMESPACE_DEFAULT,
}: {
  url: string;
  namespace?: string | undefined;
}): Promise<EventArchive> {
  const connection = await connect(url);
  const reader: Reader = { client: connection.client, names: createNames(namespace) };
  return {
    keepsPositions: false,
    head: () => readHead(reader),
    read: (range) => readArchived(reader, range),
    async write(events) {
      const positions: number[] = [];
      // One after the other: their order is the log's.
      for (const request of requestsOf(events).map(toRequest)) {
        const result = await append(reader, connection, request);
        if (result.status !== 'appended')
          throw new RefusedByServer(`KurrentDB: command ${request.commandId} could not be written again`);
        positions.push(...(await positionsOf(reader, result)));
      }
      return positions;
    },
    close: () => connection.client.dispose(),
  };
}

async function positionsOf(
  reader: Reader,
  { first, last }: { first: number; last: number },
): Promise<number[]> {
  if (first === last) return [first];
  const records = await readLogPage(reader, { from: first, upTo: last });
  return records.filter(({ type }) => type !== COMMAND_MARK).map(positionOf);
}

/** A mark stands right before what its command wrote. */
async function readArchived(
  reader: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<ArchivedEvent[]> {
  const found: ArchivedEvent[] = [];
  let mark: RecordedEvent | undefined;
  for (let from = after; ;) {
    const page = await readLogPage(reader, { from, maxCount: PAGE_records });
    for (const record of page) {
      const position = positionOf(record);
      if (position <= from) continue;
      if (record.type === COMMAND_MARK) mark = record;
      else found.push(toArchived(reader, record, mark));
      if (record.type !== COMMAND_MARK) mark = undefined;
      if (found.length === limit) return found;
    }
    if (page.length < PAGE_records) return found;
    from = positionOf(page.at(-1)!);
  }
}

function toArchived(
  { names }: Reader,
  record: RecordedEvent,
  mark: RecordedEvent | undefined,
): ArchivedEvent {
  const { data, meta, ...event } = toEvent(names.own(record.streamId)!, record);
  const texts = { data: JSON.stringify(data), meta: JSON.stringify(meta) };
  if (!mark) return { ...event, ...texts };
  const commandId = mark.streamId.slice(names.command('').length);
  return {
    ...event,
    ...texts,
    request: { commandId, events: (mark.data as unknown as CommandMark).events },
  };
}

function toRequest(events: readonly ArchivedEvent[]): AppendRequest {
  const streams = new Map<string, StreamAppend & { events: NewEvent[] }>();
  for (const { stream, revision, request: _, position: __, data, meta, ...event } of events) {
    const expectedRevision = revision === 0 ? 'none' : revision - 1;
    const append = streams.get(stream) ?? { stream, expectedRevision, events: [] };
    append.events.push({ ...event, data: JSON.parse(data), meta: JSON.parse(meta) as EventMeta });
    streams.set(stream, append);
  }
  return { commandId: events[0]!.request!.commandId, streams: [...streams.values()] };
}
