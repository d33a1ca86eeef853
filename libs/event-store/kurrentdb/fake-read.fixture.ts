import { type ServerWritableStream, status } from '@grpc/grpc-js';
import { StreamIdentifier, UUID } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { FakeLog, FakeRecord } from './fake-log.fixture';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

/** Streams.Read: a stream or the log, forwards or backwards, filtered, or as a subscription that goes on. */
export function read(log: FakeLog, call: Call): void {
  const options = call.request.getOptions()!;
  try {
    if (options.hasSubscription()) subscribe(log, call, options);
    else {
      const found = options.hasStream() ? ofStream(log, options) : ofAll(log, options);
      for (const record of found ?? []) call.write(event(record));
      if (!found) call.write(notFound(options));
      call.end();
    }
  } catch (error) {
    call.emit('error', { code: status.UNKNOWN, details: (error as Error).message });
  }
}

function ofStream(log: FakeLog, options: Options): FakeRecord[] | undefined {
  const asked = options.getStream()!;
  const name = Buffer.from(asked.getStreamIdentifier()!.getStreamName_asU8()).toString();
  if (log.revisionOf(name) < 0) return undefined;
  const all = log.records.filter(({ stream }) => stream === name);
  const revision = Number(asked.getRevision());
  const count = Number(options.getCount());
  if (options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS) {
    return all.filter((one) => !asked.hasRevision() || one.revision >= revision).slice(0, count);
  }
  return all
    .filter((one) => !asked.hasRevision() || one.revision <= revision)
    .reverse()
    .slice(0, count);
}

/** A position is one only where a record begins; from another the server reads what is none, and fails. */
function assertBoundary(log: FakeLog, position: number): void {
  const end = log.records.at(-1)!.position;
  if (position > end || log.records.some((one) => one.position === position)) return;
  throw new Error(
    `Unexpected ReadAllResult: Error. Log record at actual pos ${position} has too large length`,
  );
}

function ofAll(log: FakeLog, options: Options): FakeRecord[] {
  const asked = options.getAll()!;
  const from = asked.hasPosition() ? Number(asked.getPosition()!.getCommitPosition()) : 0;
  if (asked.hasPosition()) assertBoundary(log, from);
  const passing = log.records.filter(filterOf(options));
  const count = Number(options.getCount());
  if (options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS) {
    return passing.filter(({ position }) => position >= from).slice(0, count);
  }
  if (!asked.hasEnd()) throw new Error('the fake reads backwards from the end only');
  return passing.reverse().slice(0, count);
}

function filterOf(options: Options): (record: FakeRecord) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.hasStreamIdentifier();
  const expression = (byStream ? filter.getStreamIdentifier() : filter.getEventType())!;
  const prefixes = expression.getPrefixList();
  const regex = new RegExp(expression.getRegex());
  return (record) => {
    const text = byStream ? record.stream : record.type;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}

function subscribe(log: FakeLog, call: Call, options: Options): void {
  if (!options.getAll()?.hasEnd()) throw new Error('the fake subscribes from the end only');
  const passes = filterOf(options);
  let told = log.records.length;
  const tell = (): void => {
    for (; told < log.records.length; told += 1) {
      const record = log.records[told]!;
      if (passes(record)) call.write(event(record));
    }
  };
  const stop = log.onWrite(tell);
  call.on('cancelled', stop);
  call.on('close', stop);
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(crypto.randomUUID());
  call.write(new ReadResp().setConfirmation(confirmation));
}

const identifier = (name: string): StreamIdentifier => {
  const stream = new StreamIdentifier();
  stream.setStreamName(Buffer.from(name));
  return stream;
};

function notFound(options: Options): ReadResp {
  const missing = new ReadResp.StreamNotFound();
  missing.setStreamIdentifier(options.getStream()!.getStreamIdentifier());
  return new ReadResp().setStreamNotFound(missing);
}

function event({ position, stream, revision, id, type, data, metadata }: FakeRecord): ReadResp {
  const record = new ReadResp.ReadEvent.RecordedEvent();
  const uuid = new UUID();
  uuid.setString(id);
  record.setId(uuid);
  record.setStreamIdentifier(identifier(stream));
  record.setStreamRevision(String(revision));
  record.setCommitPosition(String(position));
  record.setPreparePosition(String(position));
  record.setData(data);
  record.setCustomMetadata(metadata);
  record.getMetadataMap().set('type', type).set('content-type', 'application/json').set('created', '0');
  const resolved = new ReadResp.ReadEvent();
  resolved.setEvent(record);
  resolved.setCommitPosition(String(position));
  return new ReadResp().setEvent(resolved);
}
