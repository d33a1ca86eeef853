import type { Pool } from 'pg';
import type { AppendRequest, AppendResult } from '../port';
import { encodeAppend, eventCount } from './encode';
import { readWritten } from './queries';
import type { Run } from '../tail';
import { writtenBy } from './written';

const APPEND = `SELECT head, known, refused, actual FROM event_store.append(
  $1::uuid[], $2::integer[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::integer[], $8::smallint[],
  $9::uuid[], $10::text[], $11::smallint[], $12::json[], $13::json[], $14::timestamptz[], $15::timestamptz[])`;

interface Verdicts {
  head: string;
  known: (string | null)[];
  refused: (number | null)[];
  actual: number[];
}

export interface Appended {
  /** One per request, in its order. */
  results: AppendResult[];
  written: Run;
}

/** One transaction for all requests. No two of them share a stream or a command id. */
export async function appendTogether(pool: Pool, requests: readonly AppendRequest[]): Promise<Appended> {
  const { values, texts } = encodeAppend(requests);
  const { rows } = await pool.query<Verdicts>({
    name: 'event_store.append',
    text: APPEND,
    values,
  });
  const verdicts = rows[0]!;
  const results: AppendResult[] = [];
  const after = Number(verdicts.head);
  let head = after;
  let target = 0;
  for (const [index, request] of requests.entries()) {
    const known = verdicts.known[index];
    const refused = verdicts.refused[index];
    if (known)
      results.push({ status: 'repeated', first: Number(known), ...(await readWritten(pool, Number(known))) });
    else if (refused) results.push(conflict(request, refused - 1 - target, verdicts.actual[refused - 1]!));
    else {
      const first = head + 1;
      head += eventCount(request);
      results.push({
        status: 'appended',
        first,
        last: head,
        revisions: revisions(request, verdicts.actual, target),
      });
    }
    target += request.streams.length;
  }
  return { results, written: { after, upTo: head, events: () => writtenBy(requests, results, texts) } };
}

const conflict = ({ streams }: AppendRequest, stream: number, actual: number): AppendResult => ({
  status: 'conflict',
  stream: streams[stream]!.stream,
  actualRevision: actual < 0 ? 'none' : actual,
});

function revisions(
  { streams }: AppendRequest,
  actual: readonly number[],
  from: number,
): Record<string, number> {
  // Without a prototype, and so a plain dictionary to V8: no two of these have a key in common.
  const written = Object.create(null) as Record<string, number>;
  streams.forEach(({ stream, events }, index) => {
    if (events.length > 0) written[stream] = actual[from + index]! + events.length;
  });
  return written;
}
