import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ArchivedEvent } from '../archive/event';
import { NotInLog } from '../archive/event';
import type { Properties } from './encode';
import { asClientError, isOfType, reaching, translated } from './errors';
import { ownProperties } from './decode';
import { serverFilter } from './names';
import { toNumber, toPosition } from './position';
import { NoSuchPosition, readingAt, type Reader } from './read';

/* The client hands JSON out parsed; one level below, in its own read bridge, it is still the bytes that the server keeps. */

/** Records in one read. */
const PAGE_MAX = 2_000;

type Bridge = KurrentDBClient['rustClient'];
type Batches<Read extends keyof Bridge> = ReturnType<Bridge[Read]>;
type Batch = Batches<'readAll'> extends AsyncIterable<infer One> ? One : never;
type RawRecord = NonNullable<Batch[number]['event']>;

/** The client keeps to itself whose password a call carries. */
interface Credentialed {
  resolveBridgeCredentials(): Promise<NonNullable<Parameters<Bridge['readAll']>[0]>['credentials']>;
}

async function collect(client: KurrentDBClient, read: (credentials: object) => AsyncIterable<Batch>) {
  try {
    const credentials = await (client as unknown as Credentialed).resolveBridgeCredentials();
    const records: RawRecord[] = [];
    for await (const batch of read(credentials ? { credentials } : {}))
      for (const { event } of batch) if (event) records.push(event);
    return records;
  } catch (error) {
    throw asClientError(error);
  }
}

const placeOf = ({ position }: RawRecord): number => toNumber(position!.commit);

/** Records of this installation from a position on, inclusive. */
const pageFrom = (reader: Reader, from: number, maxCount: number): Promise<RawRecord[]> => {
  const read = (credentials: object): AsyncIterable<Batch> =>
    reader.client.rustClient.readAll({
      ...credentials,
      direction: 'forwards',
      fromPosition: from === 0 ? 'start' : toPosition(from),
      filter: serverFilter(reader.names) as never,
      maxCount: BigInt(maxCount),
      requiresLeader: true,
      resolvesLink: false,
    });
  return readingAt(reader, from, () => reaching(collect(reader.client, read)));
};

/** Exact events after the one at a position. Rejects with NotInLog where none stands there. */
export async function readRaw(
  reader: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<ArchivedEvent[]> {
  const found: ArchivedEvent[] = [];
  for (let from = after; found.length < limit;) {
    const maxCount = Math.min(limit - found.length, PAGE_MAX - 1) + 1;
    const page = await pageFrom(reader, from, maxCount).catch(asNotInLog);
    // Its own event comes first, or this is not the log that it was read in.
    if (from > 0 && (!page[0] || placeOf(page[0]) !== from)) throw new NotInLog(from);
    for (const record of page.slice(from > 0 ? 1 : 0, limit - found.length + 1))
      if (found.length < limit) found.push(toArchived(reader, record));
    if (page.length < maxCount) break;
    from = placeOf(page.at(-1)!);
  }
  return found;
}

const asNotInLog = (error: unknown): never => {
  throw error instanceof NoSuchPosition ? new NotInLog(error.position) : error;
};

/** The event at a position, if one stands there. */
export async function readRawAt(reader: Reader, position: number): Promise<ArchivedEvent[]> {
  const page = await pageFrom(reader, position, 1).catch((error: unknown) => {
    if (error instanceof NoSuchPosition) return [];
    throw error;
  });
  return page.filter((record) => placeOf(record) === position).map((record) => toArchived(reader, record));
}

/** What was written right behind a place in the log that holds no event, such as a command's mark. */
export async function readRawBehind(
  reader: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<ArchivedEvent[]> {
  const page = await pageFrom(reader, after, limit);
  return page.map((record) => toArchived(reader, record));
}

export async function readRawStream(reader: Reader, stream: string): Promise<ArchivedEvent[]> {
  const { client, names } = reader;
  try {
    const records = await collect(client, (credentials) =>
      client.rustClient.readStream(names.stored(stream), {
        ...credentials,
        direction: 'forwards',
        fromRevision: 'start',
        maxCount: BigInt(Number.MAX_SAFE_INTEGER),
        requiresLeader: true,
        resolvesLink: false,
      }),
    );
    return records.map((record) => toArchived(reader, record));
  } catch (error) {
    if (isOfType(error, 'stream-not-found')) return [];
    throw translated(error);
  }
}

function toArchived({ names }: Reader, record: RawRecord): ArchivedEvent {
  const stream = names.own(record.streamId)!;
  const revision = toNumber(record.revision);
  const properties = ownProperties(propertiesOf(record), { stream, revision });
  const { id, version, meta, occurredAt, recordedAt, commandId, commandEvents } = properties;
  return {
    position: placeOf(record),
    stream,
    revision,
    id,
    type: record.type,
    version: Number(version),
    occurredAt,
    recordedAt,
    data: Buffer.from(record.data).toString(),
    meta,
    ...(commandId !== undefined && { request: { commandId, events: Number(commandEvents) } }),
  };
}

function propertiesOf({ metadata }: RawRecord): Partial<Properties> {
  try {
    return JSON.parse(Buffer.from(metadata).toString()) as Partial<Properties>;
  } catch {
    return {};
  }
}
