import type { KurrentDBClient, RecordedEvent } from '@kurrent/kurrentdb-client';
import { passes } from '../filter';
import { StoreUnavailable, type EventFilter, type ReadStreamOptions, type StoredEvent } from '../port';
import { positionOf, toEvent } from './decode';
import { isOfType, reaching, RefusedByServer, translated } from './errors';
import { letsNothingThrough, serverFilter, type Names } from './names';
import { toPosition } from './position';

/** Records asked for at once. */
const PAGE_MAX = 5_000;

export interface Reader {
  client: KurrentDBClient;
  names: Names;
}

type Raw = AsyncIterable<{ event?: RecordedEvent | undefined }>;

async function recordsOf(read: Raw): Promise<RecordedEvent[]> {
  const records: RecordedEvent[] = [];
  for await (const { event } of read) if (event) records.push(event);
  return records;
}

const fromRevisionOf = ({
  direction = 'forwards',
  fromRevision,
}: ReadStreamOptions): bigint | 'start' | 'end' =>
  fromRevision === undefined ? (direction === 'forwards' ? 'start' : 'end') : BigInt(fromRevision);

/** Records of a stream by its stored name; none for a stream that does not exist. Of the leader, so that nothing written is missing. */
export async function readRecords(
  { client }: Reader,
  storedName: string,
  options: ReadStreamOptions & { limit: number },
): Promise<RecordedEvent[]> {
  const { direction = 'forwards', limit } = options;
  const read = client.readStream(storedName, {
    direction,
    fromRevision: fromRevisionOf(options),
    maxCount: limit,
    requiresLeader: true,
  });
  try {
    return await recordsOf(read as Raw);
  } catch (error) {
    if (isOfType(error, 'stream-not-found')) return [];
    throw translated(error);
  }
}

export async function readStream(
  reader: Reader,
  stream: string,
  { until, limit = Number.MAX_SAFE_INTEGER, ...options }: ReadStreamOptions = {},
): Promise<StoredEvent[]> {
  if (limit < 1) return [];
  const last = until === undefined ? undefined : new Date(until).toISOString();
  const maxCount = last === undefined ? limit : Number.MAX_SAFE_INTEGER;
  const records = await readRecords(reader, reader.names.stored(stream), { ...options, limit: maxCount });
  const events = records.map((record) => toEvent(stream, record));
  if (last === undefined) return events;
  return events.filter(({ recordedAt }) => recordedAt <= last).slice(0, limit);
}

export interface ReadRange {
  /** 0, or a position that this store has answered. */
  after: number;
  /** Whether an event at `after` itself is wanted too. */
  inclusive?: boolean;
  upTo?: number;
  limit: number;
  filter?: EventFilter;
}

/** Of all that stands in the log after a position, what is ours and passes the filter. */
export async function readRange(reader: Reader, range: ReadRange): Promise<StoredEvent[]> {
  try {
    return await readOn(reader, range);
  } catch (error) {
    // Whoever asks for the event at a position wants to know whether there is one.
    if (range.inclusive && error instanceof NoSuchPosition) return [];
    throw error;
  }
}

async function readOn(
  reader: Reader,
  { after, inclusive = false, upTo = Infinity, limit, filter }: ReadRange,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  if (limit < 1 || letsNothingThrough(filter)) return found;
  for (let from = after, withFrom = inclusive; ; withFrom = false) {
    // The server's reading begins with the event at the position itself.
    const maxCount = Math.min(limit - found.length, PAGE_MAX - 1) + 1;
    const page = await readPage(reader, from, maxCount, filter);
    for (const record of page) {
      const position = positionOf(record);
      if (position < from || (position === from && !withFrom)) continue;
      if (position > upTo) return found;
      const stream = reader.names.own(record.streamId);
      if (stream === undefined || !passes(filter, { stream, type: record.type })) continue;
      found.push(toEvent(stream, record));
      if (found.length === limit) return found;
    }
    if (page.length < maxCount) return found;
    from = positionOf(page.at(-1)!);
  }
}

const pageOf = ({ client, names }: Reader, from: number, maxCount: number, filter: EventFilter | undefined) =>
  reaching(
    recordsOf(
      client.readAll({
        direction: 'forwards',
        fromPosition: from === 0 ? 'start' : toPosition(from),
        maxCount,
        requiresLeader: true,
        filter: serverFilter(names, filter) as never,
      }) as Raw,
    ),
  );

/** A position of another log, or one reckoned: between two records there is nothing that the server could read. */
export class NoSuchPosition extends RefusedByServer {
  constructor(readonly position: number) {
    super(`KurrentDB: ${position} is no position of this log; was it read in another?`);
  }
}

const readPage = (
  reader: Reader,
  ...[from, maxCount, filter]: [number, number, EventFilter | undefined]
): Promise<RecordedEvent[]> => readingAt(reader, from, () => pageOf(reader, from, maxCount, filter));

/** The client calls the server unavailable for a position that is none, too: if it answers otherwise, it is that. */
export async function readingAt<Result>(
  reader: Reader,
  from: number,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (from === 0 || !(error instanceof StoreUnavailable)) throw error;
    await readHead(reader);
    return read().catch(() => Promise.reject(new NoSuchPosition(from)));
  }
}

export async function readHead({ client, names }: Reader): Promise<number> {
  const [last] = await reaching(
    recordsOf(
      client.readAll({
        direction: 'backwards',
        fromPosition: 'end',
        maxCount: 1,
        requiresLeader: true,
        filter: serverFilter(names) as never,
      }) as Raw,
    ),
  );
  return last ? positionOf(last) : 0;
}
