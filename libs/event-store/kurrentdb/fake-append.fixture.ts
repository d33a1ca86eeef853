import {
  Metadata,
  status,
  type ServerReadableStream,
  type ServerUnaryCall,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import {
  AppendConsistencyViolationErrorDetails,
  ConsistencyViolation,
  StreamRevisionConflictErrorDetails,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb';
import {
  AppendRecordsResponse,
  AppendResponse,
  AppendSessionResponse,
  StreamRevision,
  type AppendRecord,
  type AppendRecordsRequest,
  type AppendRequest,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { FakeCheck, FakeLog, FakeRecord, FakeWrite } from './fake-log.fixture';

function toWrite(stream: string, record: AppendRecord): FakeWrite {
  const properties: Record<string, string> = {};
  record.getPropertiesMap().forEach((value, key) => void (properties[key] = value.getStringValue()));
  return {
    stream,
    id: record.getRecordId()!,
    type: record.getSchema()!.getName(),
    data: Buffer.from(record.getData_asU8()),
    metadata: Buffer.from(JSON.stringify({ ...properties, '$schema.format': 'Json' })),
  };
}

function failure(type: string, bytes: Uint8Array) {
  const any = new Any();
  any.setTypeUrl(`type.googleapis.com/kurrentdb.protocol.v2.streams.errors.${type}`);
  any.setValue(bytes);
  const answer = new Status();
  answer.setDetails(any);
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from(answer.serializeBinary()));
  return { code: status.FAILED_PRECONDITION, details: type, metadata };
}

const lastRevisions = (written: FakeRecord[]): Map<string, number> =>
  new Map(written.map(({ stream, revision }) => [stream, revision]));

/** From server 26.1 on: tells of every check that failed. */
export function appendRecords(
  log: FakeLog,
  call: ServerUnaryCall<AppendRecordsRequest, AppendRecordsResponse>,
  answer: sendUnaryData<AppendRecordsResponse>,
): void {
  const checks = call.request.getChecksList().map((one) => ({
    stream: one.getStreamState()!.getStream(),
    expected: Number(one.getStreamState()!.getExpectedState()),
  }));
  const result = log.write(
    checks,
    call.request.getRecordsList().map((record) => toWrite(record.getStream(), record)),
  );
  if ('failed' in result)
    return answer(failure('AppendConsistencyViolationErrorDetails', violated(log, result.failed)));
  const response = new AppendRecordsResponse();
  response.setPosition(String(result.written.at(-1)!.position));
  for (const [stream, revision] of lastRevisions(result.written)) {
    response.addRevisions(new StreamRevision().setStream(stream).setRevision(String(revision)));
  }
  answer(null, response);
}

function violated(log: FakeLog, failed: FakeCheck[]): Uint8Array {
  const details = new AppendConsistencyViolationErrorDetails();
  for (const { stream, expected } of failed) {
    const state = new ConsistencyViolation.StreamStateViolation();
    state
      .setStream(stream)
      .setExpectedState(String(expected))
      .setActualState(String(log.revisionOf(stream)));
    details.addViolations(new ConsistencyViolation().setStreamState(state));
  }
  return details.serializeBinary();
}

/** From server 25.1 on: one request for each stream, and only the first that failed is told. */
export function appendSession(
  log: FakeLog,
  call: ServerReadableStream<AppendRequest, AppendSessionResponse>,
  answer: sendUnaryData<AppendSessionResponse>,
): void {
  const requests: AppendRequest[] = [];
  call.on('data', (request: AppendRequest) => requests.push(request));
  call.on('end', () => {
    if (requests.some((request) => request.getRecordsList().length === 0)) {
      return answer({ code: status.INVALID_ARGUMENT, details: 'must contain at least one record' });
    }
    const checks = requests.map((one) => ({
      stream: one.getStream(),
      expected: Number(one.getExpectedRevision()),
    }));
    const result = log.write(
      checks,
      requests.flatMap((one) => one.getRecordsList().map((record) => toWrite(one.getStream(), record))),
    );
    if ('failed' in result)
      return answer(failure('StreamRevisionConflictErrorDetails', conflict(log, result.failed[0]!)));
    const response = new AppendSessionResponse();
    response.setPosition(String(result.written.at(-1)!.position));
    for (const [stream, revision] of lastRevisions(result.written)) {
      response.addOutput(new AppendResponse().setStream(stream).setStreamRevision(String(revision)));
    }
    answer(null, response);
  });
}

function conflict(log: FakeLog, { stream, expected }: FakeCheck): Uint8Array {
  const details = new StreamRevisionConflictErrorDetails();
  details
    .setStream(stream)
    .setExpectedRevision(String(expected))
    .setActualRevision(String(log.revisionOf(stream)));
  return details.serializeBinary();
}
