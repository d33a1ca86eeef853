import type { AppendStreamState, EventData } from '@kurrent/kurrentdb-client';
import { pause } from '@huiyin/kernel';
import {
  StoreUnavailable,
  type AppendRequest,
  type AppendResult,
  type NewEvent,
  type StreamAppend,
} from '../port';
import type { Connection } from './connect';
import { SERVER_MIN_FOR_CHECKS } from './connect';
import { positionOf } from './decode';
import { toMark, toRecord, type CommandMark } from './encode';
import { RefusedByServer, translated, UnsupportedServer, violations } from './errors';
import { toNumber } from './position';
import { readRange, readRecords, type Reader } from './read';

/** A command seen by the server's writer may take this long to be seen by its readers. */
const SEEN_WAIT_MIN_ms = 5;
const SEEN_WAIT_MAX_ms = 500;
const SEEN_TRIES_MAX = 20;

type Written = { position: bigint; responses: { streamName: string; revision: bigint }[] };

/**
 * One transaction of the server: a mark in a stream of the command's own, that must not exist yet, and the events. So
 * a command id counts once, whatever streams it names and however long ago it was.
 */
export async function append(
  reader: Reader,
  connection: Connection,
  request: AppendRequest,
): Promise<AppendResult> {
  assertToldApart(request);
  let written: Written;
  try {
    written = await (connection.checksAlone ? appendRecords : appendSession)(reader, connection, request);
  } catch (error) {
    return refused(reader, request, error);
  }
  const last = toNumber(written.position);
  return {
    status: 'appended',
    first: await firstPosition(reader, request, written, last),
    last,
    revisions: revisions(reader, request, written),
  };
}

/** The server tells the streams of one request apart without regard to case, and would write one's events to the other. */
function assertToldApart({ streams }: AppendRequest): void {
  const names = new Set(streams.map(({ stream }) => stream.toLowerCase()));
  if (names.size < streams.length) {
    throw new RangeError('KurrentDB cannot write two streams at once whose names differ only in case');
  }
}

const eventsOf = ({ streams }: AppendRequest) => streams.flatMap(({ events }) => events);

/** As the server is to keep it: the first of a request says whose it is. */
function recording(request: AppendRequest): (event: NewEvent) => EventData {
  const events = eventsOf(request);
  const begun = { commandId: request.commandId, events: events.length };
  return (event) => toRecord(event, event === events[0] ? begun : undefined);
}

function stateOf({ expectedRevision }: StreamAppend): AppendStreamState {
  if (expectedRevision === 'any') return 'any';
  return expectedRevision === 'none' ? 'no_stream' : BigInt(expectedRevision);
}

function appendRecords({ names }: Reader, { client }: Connection, request: AppendRequest): Promise<Written> {
  const command = names.command(request.commandId);
  const record = recording(request);
  const records = request.streams.flatMap(({ stream, events }) =>
    events.map((event) => ({ streamName: names.stored(stream), record: record(event) })),
  );
  const checks = request.streams
    .filter(({ expectedRevision }) => expectedRevision !== 'any')
    .map((one) => check(names.stored(one.stream), stateOf(one)));
  return client.appendRecords(
    [{ streamName: command, record: toMark(eventsOf(request)) }, ...records],
    [check(command, 'no_stream'), ...checks],
  );
}

const check = (streamName: string, expectedState: AppendStreamState) => ({
  type: 'stream_state' as const,
  streamName,
  expectedState,
});

async function appendSession(
  { names }: Reader,
  { client, version }: Connection,
  request: AppendRequest,
): Promise<Written> {
  const checkedOnly = request.streams.find(
    ({ events, expectedRevision }) => events.length === 0 && expectedRevision !== 'any',
  );
  if (checkedOnly) {
    throw new UnsupportedServer(
      `KurrentDB ${version} cannot check ${checkedOnly.stream} without writing to it; that needs ${SERVER_MIN_FOR_CHECKS} or newer`,
    );
  }
  return client.multiStreamAppend([
    {
      streamName: names.command(request.commandId),
      expectedState: 'no_stream',
      events: [toMark(eventsOf(request))],
    },
    ...request.streams
      .filter(({ events }) => events.length > 0)
      .map((one) => ({
        streamName: names.stored(one.stream),
        expectedState: stateOf(one),
        events: one.events.map(recording(request)),
      })),
  ]);
}

/** The server tells where the last event stands; where the first does must be read when there are several. */
async function firstPosition(
  reader: Reader,
  request: AppendRequest,
  { responses }: Written,
  last: number,
): Promise<number> {
  if (eventsOf(request).length === 1) return last;
  const { stream, events } = request.streams.find((one) => one.events.length > 0)!;
  const storedName = reader.names.stored(stream);
  const end = responses.find(({ streamName }) => streamName === storedName)!.revision;
  const fromRevision = toNumber(end) - events.length + 1;
  const [first] = await readRecords(reader, storedName, { fromRevision, limit: 1 });
  return positionOf(first!);
}

function revisions(
  { names }: Reader,
  { streams }: AppendRequest,
  { responses }: Written,
): Record<string, number> {
  const at = new Map(responses.map(({ streamName, revision }) => [streamName, revision]));
  return Object.fromEntries(
    streams
      .filter(({ events }) => events.length > 0)
      .map(({ stream }) => [stream, toNumber(at.get(names.stored(stream))!)]),
  );
}

async function refused(reader: Reader, request: AppendRequest, error: unknown): Promise<AppendResult> {
  const found = violations(error);
  if (!found) throw translated(error);
  const command = reader.names.command(request.commandId);
  if (found.some(({ streamName }) => streamName === command)) return repeated(reader, request.commandId);
  for (const { stream } of request.streams) {
    const one = found.find(({ streamName }) => streamName === reader.names.stored(stream));
    if (!one) continue;
    // Below -1 the server tells of streams that somebody has deleted.
    if (one.actualState !== 'no_stream' && one.actualState < 0n)
      throw new RefusedByServer(`KurrentDB: ${stream} was deleted by hand`, { cause: error });
    const actualRevision = one.actualState === 'no_stream' ? 'none' : toNumber(one.actualState);
    return { status: 'conflict', stream, actualRevision };
  }
  throw translated(error);
}

/** What the command wrote the first time: it stands in the log right behind its mark. */
async function repeated(reader: Reader, commandId: string): Promise<AppendResult> {
  const never = new AbortController().signal;
  for (let tries = 0; tries < SEEN_TRIES_MAX; tries += 1) {
    if (tries > 0) await pause(Math.min(SEEN_WAIT_MAX_ms, SEEN_WAIT_MIN_ms * 2 ** tries), never);
    const [mark] = await readRecords(reader, reader.names.command(commandId), { limit: 1 });
    if (!mark) continue;
    const { events: count, first, last } = mark.data as unknown as CommandMark;
    const events = await readRange(reader, { after: positionOf(mark), limit: count });
    if (events[0]?.id !== first || events[count - 1]?.id !== last) continue;
    return {
      status: 'repeated',
      first: events[0].position,
      last: events.at(-1)!.position,
      revisions: Object.fromEntries(events.map(({ stream, revision }) => [stream, revision])),
    };
  }
  throw new StoreUnavailable(`command ${commandId} is being written`);
}
