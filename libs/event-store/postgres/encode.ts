import { instantArray, int2Array, int4Array, jsonArray, textArray, uuidArray } from '@huiyin/database';
import type { AppendRequest, NewEvent, StreamAppend } from '../port';
import { textOf, type EventText } from '../stored';

export interface EncodedAppend {
  /** The parameters of event_store.append, in its order. */
  values: Buffer[];
  /** One per event, in the order of the requests. */
  texts: readonly EventText[];
}

/** Throws RangeError for a value that cannot be stored. */
export function encodeAppend(requests: readonly AppendRequest[]): EncodedAppend {
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
  const texts = events.map(textOf);
  const values = [
    uuidArray(requests.map(({ commandId }) => commandId)),
    int4Array(target.request),
    textArray(target.stream),
    int4Array(target.expected),
    int4Array(row.request),
    int4Array(row.target),
    int4Array(row.offset),
    int2Array(row.count),
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    int2Array(events.map(({ version }) => version)),
    jsonArray(texts.map(({ data }) => data)),
    jsonArray(texts.map(({ meta }) => meta)),
    instantArray(events.map(({ occurredAt }) => occurredAt)),
    instantArray(events.map(({ recordedAt }) => recordedAt)),
  ];
  return { values, texts };
}

export const eventCount = ({ streams }: AppendRequest): number =>
  streams.reduce((sum, { events }) => sum + events.length, 0);

/** -1 = must not exist, null = whatever it is. */
function expectedNumber(expected: StreamAppend['expectedRevision']): number | null {
  if (expected === 'any') return null;
  return expected === 'none' ? -1 : expected;
}
