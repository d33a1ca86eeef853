import type { AppendRequest, NewEvent, StreamAppend } from '../port';

/** The parameters of event_store.append, in its order. */
export function encodeAppend(requests: readonly AppendRequest[]): unknown[] {
  const target = { request: [] as number[], stream: [] as string[], expected: [] as (number | null)[] };
  const row = {
    request: [] as number[],
    target: [] as number[],
    offset: [] as number[],
    count: [] as (number | null)[],
  };
  const events: NewEvent[] = [];
  requests.forEach((request, index) => {
    let counted = false;
    for (const append of request.streams) {
      target.request.push(index + 1);
      target.stream.push(append.stream);
      target.expected.push(expectedNumber(append.expectedRevision));
      append.events.forEach((event, offset) => {
        row.request.push(index + 1);
        row.target.push(target.stream.length);
        row.offset.push(offset);
        row.count.push(counted ? null : eventCount(request));
        counted = true;
        events.push(event);
      });
    }
  });
  return [
    requests.map(({ commandId }) => commandId),
    target.request,
    target.stream,
    target.expected,
    row.request,
    row.target,
    row.offset,
    row.count,
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ version }) => version),
    events.map(({ data }) => JSON.stringify(data)),
    events.map(({ meta }) => JSON.stringify(meta)),
    events.map(({ occurredAt }) => utc(occurredAt)),
    events.map(({ recordedAt }) => utc(recordedAt)),
  ];
}

export const eventCount = ({ streams }: AppendRequest): number =>
  streams.reduce((sum, { events }) => sum + events.length, 0);

/** -1 = must not exist, null = whatever it is. */
function expectedNumber(expected: StreamAppend['expectedRevision']): number | null {
  if (expected === 'any') return null;
  return expected === 'none' ? -1 : expected;
}

/** PostgreSQL would take more than ISO 8601, `yesterday` too. Throws RangeError for what is no instant. */
const utc = (instant: string): string => new Date(instant).toISOString();
