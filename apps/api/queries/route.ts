import type { CaseGuard } from '@huiyin/access';
import type { AggregatePath } from '@huiyin/domain';
import { ViewsApart } from '@huiyin/metrics';
import { BadCursor, PAGE_MAX, SumsBehind, type Answer, type Page, type Reaching } from '@huiyin/read-models';
import type { Platform } from '@huiyin/runtime';
import { wholeNumber } from '@huiyin/runtime/in-digits';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { apiProblem, ProblemError } from '../problems/problem';
import type { Viewing } from '../access/viewing';
import { readRecord } from './record';
import type { ViewsFeed } from '@huiyin/read-models/views-feed';

/** What the reads of one process have in common. */
export interface ReadDeps {
  platform: Platform;
  views: DataSource;
  feed: ViewsFeed;
}

/** What one read may use: also who asks, and so what the answer leaves out. */
export interface ReadContext extends ReadDeps, Viewing {
  guard: CaseGuard;
}

export interface ReadAnswer {
  /** The log position that the answer reflects. */
  position: number;
  body: unknown;
  revision?: number;
  /** Of an answer that is no JSON; its body is a text. */
  headers?: Readonly<Record<string, string>>;
}

type Params = Readonly<Record<string, string>>;

export interface ReadRoute {
  name: string;
  tag: string;
  /** Below `/api/v1`, `{id}` for a variable part. */
  path: string;
  summary: string;
  query: z.ZodType;
  /** What it answers in; default: JSON. */
  types?: readonly string[];
  run(context: ReadContext, params: Params, query: never): Promise<ReadAnswer | undefined>;
}

const TEXT_CHARS_MAX = 200;

export const text = z.string().trim().min(1).max(TEXT_CHARS_MAX).optional();
export const instant = z.iso
  .datetime({ offset: true })
  .transform((given) => new Date(given).toISOString())
  .optional();
export const page = {
  cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
  limit: wholeNumber(1, PAGE_MAX).optional(),
};
export const none = z.strictObject({});

export const ofPage = <T>({ position, ...body }: Page<T>): ReadAnswer => ({ position, body });
export const ofAnswer = <T>({ position, result }: Answer<T>): ReadAnswer => ({ position, body: result });
/** An answer that is not there is a 404. */
export const ofFound = <T>({ position, result }: Answer<T | undefined>): ReadAnswer | undefined =>
  result === undefined ? undefined : { position, body: result };

/** A route whose `run` gets what its own schema lets through. */
export function route<Query>(
  definition: Omit<ReadRoute, 'query' | 'run'> & {
    query: z.ZodType<Query>;
    run(context: ReadContext, params: Params, query: Query): Promise<ReadAnswer | undefined>;
  },
): ReadRoute {
  return {
    ...definition,
    run: async (context, params, query) => {
      try {
        return await definition.run(context, params, query);
      } catch (error) {
        if (error instanceof BadCursor) throw new ProblemError(apiProblem('invalid-request', error.message));
        if (error instanceof SumsBehind || error instanceof ViewsApart)
          throw new ProblemError(apiProblem('view-behind'), RETRY);
        if (isBadValue(error)) throw new ProblemError(apiProblem('invalid-request', BAD_VALUE));
        throw error;
      }
    },
  };
}

const RETRY = { 'retry-after': '1' };
const BAD_VALUE = 'a value in the address or the cursor cannot be read';
/** SQLSTATE class 22: the server could not read a value that was given, a cursor's time or a NUL for example. */
const isBadValue = (error: unknown): boolean =>
  /^22[0-9A-Z]{3}$/.test(String((error as { code?: unknown }).code));

/** How long a sum waits for the views that it is told apart by. */
const REACH_ms = 5_000;

export const reaching =
  ({ feed }: ReadDeps): Reaching =>
  (position) =>
    feed.waitFor(position, REACH_ms);

export const now = ({ platform }: ReadContext): string => platform.clock.now().toISOString();

export const record = (path: AggregatePath, name: string, summary: string): ReadRoute =>
  route({
    name,
    tag: path,
    path: `/${path}/{id}`,
    summary,
    query: z.strictObject({ asOf: instant.describe('as the record stood at this instant') }),
    async run(context, { id }, { asOf }) {
      const read = await readRecord(context, path, id!, asOf);
      return read && { position: read.position, revision: read.revision, body: read };
    },
  });
