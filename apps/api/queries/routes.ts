import type { AggregatePath } from '@huiyin/domain';
import type { Platform } from '@huiyin/runtime';
import {
  BadCursor,
  countCases,
  countDuties,
  dutiesOfCase,
  listCases,
  listDuties,
  PAGE_MAX,
  type Answer,
  type Page,
} from '@huiyin/read-models';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { apiProblem, ProblemError } from '../problems/problem';
import { readRecord } from './record';
import type { ViewsFeed } from './views-feed';

/** What every read may use. */
export interface ReadContext {
  platform: Platform;
  views: DataSource;
  feed: ViewsFeed;
}

export interface ReadAnswer {
  /** The log position that the answer reflects. */
  position: number;
  body: unknown;
  revision?: number;
}

export interface ReadRoute {
  name: string;
  tag: string;
  /** Below `/api/v1`, `{id}` for a variable part. */
  path: string;
  summary: string;
  query: z.ZodType;
  run(
    context: ReadContext,
    params: Readonly<Record<string, string>>,
    query: never,
  ): Promise<ReadAnswer | undefined>;
}

const TEXT_CHARS_MAX = 200;
const HOURS_MAX = 24 * 366;

const text = z.string().trim().min(1).max(TEXT_CHARS_MAX).optional();
const instant = z.iso
  .datetime({ offset: true })
  .transform((given) => new Date(given).toISOString())
  .optional();
const page = {
  cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional(),
};
const none = z.strictObject({});

const ofPage = <T>({ position, ...body }: Page<T>): ReadAnswer => ({ position, body });
const ofAnswer = <T>({ position, result }: Answer<T>): ReadAnswer => ({ position, body: result });

/** A route whose `run` gets what its own schema lets through. */
function route<Query>(
  definition: Omit<ReadRoute, 'query' | 'run'> & {
    query: z.ZodType<Query>;
    run(
      context: ReadContext,
      params: Readonly<Record<string, string>>,
      query: Query,
    ): Promise<ReadAnswer | undefined>;
  },
): ReadRoute {
  return {
    ...definition,
    run: async (context, params, query) => {
      try {
        return await definition.run(context, params, query);
      } catch (error) {
        if (error instanceof BadCursor) throw new ProblemError(apiProblem('invalid-request', error.message));
        throw error;
      }
    },
  };
}

const now = ({ platform }: ReadContext): string => platform.clock.now().toISOString();

const record = (path: AggregatePath, name: string, summary: string): ReadRoute =>
  route({
    name,
    tag: path,
    path: `/${path}/{id}`,
    summary,
    query: z.strictObject({ asOf: instant.describe('as the record stood at this instant') }),
    async run({ platform }, { id }, { asOf }) {
      const read = await readRecord(platform.store, platform.rules.current(), path, id!, asOf);
      return read && { position: read.position, revision: read.revision, body: read };
    },
  });

const caseFilter = {
  status: text,
  office: text.describe('that holds it'),
  receiver: text,
  category: text,
  channel: text,
  place: text,
  pack: text,
  externalId: text,
  receivedFrom: instant,
  receivedTo: instant,
  overdue: z.stringbool().optional().describe('only cases with an overdue duty'),
  q: text.describe('words in title, place, category or claim; Chinese too'),
};

/** Every read, in the order of the documentation. A new one is one entry here. */
export const READ_ROUTES: readonly ReadRoute[] = [
  route({
    name: 'listCases',
    tag: 'cases',
    path: '/cases',
    summary: 'Cases, newest first',
    query: z.strictObject({ ...caseFilter, sort: z.enum(['receivedAt', 'updatedAt']).optional(), ...page }),
    run: async (context, _, { overdue, ...request }) =>
      ofPage(await listCases(context.views, { ...request, overdueAt: overdue ? now(context) : undefined })),
  }),
  route({
    name: 'countCases',
    tag: 'cases',
    path: '/case-counts',
    summary: 'How many cases a filter finds, by status',
    query: z.strictObject(caseFilter),
    run: async (context, _, { overdue, ...filter }) =>
      ofAnswer(await countCases(context.views, { ...filter, overdueAt: overdue ? now(context) : undefined })),
  }),
  record('cases', 'readCase', 'The case file: state, duties with their reasons, events'),
  route({
    name: 'dutiesOfCase',
    tag: 'cases',
    path: '/cases/{id}/duties',
    summary: 'Every duty about a case, of its supervision and reviews too',
    query: none,
    run: async (context, { id }) => ofAnswer(await dutiesOfCase(context.views, id!, now(context))),
  }),
  route({
    name: 'listDuties',
    tag: 'duties',
    path: '/duties',
    summary: 'The duty board: open duties, the soonest first',
    query: z.strictObject({
      owner: text,
      overseer: text,
      rule: text,
      caseId: text,
      show: z.enum(['overdue', 'soon']).optional(),
      within_hours: z.coerce.number().min(0).max(HOURS_MAX).optional(),
      ...page,
    }),
    run: async (context, _, request) =>
      ofPage(await listDuties(context.views, { ...request, now: now(context) })),
  }),
  route({
    name: 'countDuties',
    tag: 'duties',
    path: '/duty-counts',
    summary: 'Open and overdue duties per office',
    query: z.strictObject({ overseer: text, rule: text }),
    run: async (context, _, filter) => ofAnswer(await countDuties(context.views, now(context), filter)),
  }),
  record('offices', 'readOffice', 'One office'),
  record('supervisions', 'readSupervision', 'One supervision order'),
  record('reviews', 'readReview', 'One accountability review, its evidence and finding'),
  record('standings', 'readStanding', "An office's place on the ladder"),
  record('policies', 'readPolicy', 'A policy pack and its versions'),
  record('calendars', 'readCalendar', 'A calendar and its versions'),
];

const patterns = READ_ROUTES.map((each) => ({
  route: each,
  pattern: new RegExp(`^${each.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
}));

export function matchRead(
  path: string,
): { route: ReadRoute; params: Readonly<Record<string, string>> } | undefined {
  for (const { route: found, pattern } of patterns) {
    const match = pattern.exec(path);
    if (match) return { route: found, params: decoded(match.groups ?? {}) };
  }
  return undefined;
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [
      name,
      /%(?![0-9a-fA-F]{2})/.test(value) ? value : safeDecode(value),
    ]),
  );

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
