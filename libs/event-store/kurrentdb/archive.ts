import { requestsOf, type ArchivedEvent, type EventArchive } from '../archive/event';
import type { AppendRequest, EventMeta, NewEvent, StreamAppend } from '../port';
import { append } from './append';
import { connect } from './connect';
import { positionOf } from './decode';
import type { CommandMark } from './encode';
import { RefusedByServer } from './errors';
import { createNames, NAMESPACE_DEFAULT } from './names';
import { readRawAt, readRawBehind, readRaw, readRawStream } from './raw';
import { readHead, readRange, readRecords, type Reader } from './read';

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
    read: (range) => readRaw(reader, range),
    readStream: (stream) => readRawStream(reader, stream),
    async readPositions(positions) {
      const found: ArchivedEvent[] = [];
      for (const position of positions) found.push(...(await readRawAt(reader, position)));
      return found;
    },
    readCommand: (commandId) => readCommand(reader, commandId),
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

/** The mark in the command's own stream says where; the first event says whose it is. */
async function readCommand(reader: Reader, commandId: string): Promise<ArchivedEvent[]> {
  const [mark] = await readRecords(reader, reader.names.command(commandId), { limit: 1 });
  if (!mark) return [];
  const { events: limit } = mark.data as unknown as CommandMark;
  const events = await readRawBehind(reader, { after: positionOf(mark), limit });
  return events[0]?.request?.commandId === commandId ? events : [];
}

async function positionsOf(
  reader: Reader,
  { first, last }: { first: number; last: number },
): Promise<number[]> {
  if (first === last) return [first];
  const events = await readRange(reader, { after: first, inclusive: true, upTo: last, limit: Infinity });
  return events.map(({ position }) => position);
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
