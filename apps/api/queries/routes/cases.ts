import {
  AGGREGATES,
  CHANNELS,
  keptFromOf,
  proposeOffices,
  RATINGS,
  streamOf,
  type CaseEvents,
} from '@huiyin/domain';
import { CATEGORIES } from '@huiyin/policy';
import {
  caseTimelineOf,
  channelCounts,
  countCases,
  dutiesOfCase,
  likelyDuplicates,
  listCases,
  soughtFor,
} from '@huiyin/read-models';
import { z } from 'zod';
import { instant, none, now, ofAnswer, ofPage, page, record, route, text, type ReadRoute } from '../route';
import { caseStatus } from '../statuses';

const rating = z.enum(RATINGS).optional();
const required = z.string().trim().min(1).max(200);

const caseFilter = {
  status: caseStatus,
  office: text.describe('that holds it'),
  receiver: text,
  category: text,
  channel: z.enum(CHANNELS).optional(),
  place: text,
  pack: text,
  externalId: text,
  receivedFrom: instant,
  receivedTo: instant,
  acceptedBy: text.describe('office that accepted it'),
  acceptedFrom: instant.describe('accepted at or after'),
  acceptedTo: instant.describe('accepted before'),
  petitionDepartmentRating: rating.describe('of the answer that stands'),
  handlingOfficeRating: rating.describe('of the answer that stands'),
  overdue: z.stringbool().optional().describe('only cases with an overdue duty'),
  q: text.describe('words in title, place, category or claim; Chinese too'),
};

export const caseRoutes: readonly ReadRoute[] = [
  route({
    name: 'listCases',
    tag: 'cases',
    path: '/cases',
    summary: 'Cases, newest first',
    query: z.strictObject({ ...caseFilter, sort: z.enum(['receivedAt', 'updatedAt']).optional(), ...page }),
    run: async (context, _, { overdue, ...request }) =>
      ofPage(
        await listCases(
          context.views,
          { ...request, overdueAt: overdue ? now(context) : undefined },
          context.sight,
        ),
      ),
  }),
  route({
    name: 'countCases',
    tag: 'cases',
    path: '/case-counts',
    summary: 'How many cases a filter finds, by status',
    query: z.strictObject(caseFilter),
    run: async (context, _, { overdue, ...filter }) =>
      ofAnswer(
        await countCases(
          context.views,
          { ...filter, overdueAt: overdue ? now(context) : undefined },
          context.sight,
        ),
      ),
  }),
  route({
    name: 'countChannels',
    tag: 'cases',
    path: '/channel-counts',
    summary: 'What came in by each channel, in its own unit: pieces (件次), visits (批次), persons (人次)',
    query: z.strictObject({ receiver: text, receivedFrom: instant, receivedTo: instant, category: text }),
    run: async ({ views, sight }, _, filter) => ofAnswer(await channelCounts(views, filter, sight)),
  }),
  route({
    name: 'findLikelyDuplicates',
    tag: 'cases',
    path: '/likely-duplicates',
    summary: 'Before registering: cases of the same category and time that read alike',
    query: z.strictObject({
      category: required,
      title: required,
      place: required,
      claim: text,
      receivedAt: instant.describe('default: now'),
    }),
    run: async (context, _, { receivedAt = now(context), ...sought }) =>
      ofAnswer(await likelyDuplicates(context.views, { ...sought, receivedAt }, context.sight)),
  }),
  route({
    name: 'likelyDuplicatesOfCase',
    tag: 'cases',
    path: '/cases/{id}/likely-duplicates',
    summary: 'Cases of the same category and time that read alike, to be linked or merged',
    query: none,
    async run({ views, sight }, { id }) {
      const { result: sought } = await soughtFor(views, id!, sight);
      return sought && ofAnswer(await likelyDuplicates(views, sought, sight));
    },
  }),
  route({
    name: 'proposedOffice',
    tag: 'cases',
    path: '/cases/{id}/proposed-office',
    summary: 'Who should handle a case, by category × place × level, with the reason; the best first',
    query: none,
    async run({ platform: { store, directory }, viewer, guard }, { id }) {
      const history = await store.readStream(streamOf(AGGREGATES.cases, id!));
      const first = history[0]?.data as CaseEvents['CaseRegistered'] | undefined;
      if (!first || !guard.maySeeHistory(viewer, history)) return undefined;
      const { category, place, receiver } = first;
      const matter = { category, place, receiver, keptFrom: keptFromOf(history) };
      return { position: history.at(-1)!.position, body: proposeOffices(matter, directory) };
    },
  }),
  route({
    name: 'listCategories',
    tag: 'cases',
    path: '/categories',
    summary: 'The default tree of what cases are about',
    query: none,
    run: async ({ feed }) => ({ position: feed.position(), body: CATEGORIES }),
  }),
  record('cases', 'readCase', 'The case file: state, duties with their reasons, events'),
  route({
    name: 'dutiesOfCase',
    tag: 'cases',
    path: '/cases/{id}/duties',
    summary: 'Every duty about a case, of its supervision and reviews too',
    query: none,
    run: async (context, { id }) =>
      ofAnswer(await dutiesOfCase(context.views, id!, now(context), context.sight)),
  }),
  route({
    name: 'timelineOfCase',
    tag: 'cases',
    path: '/cases/{id}/timeline',
    summary: 'Everything that happened about a case, in its supervision and reviews too',
    query: z.strictObject({ newestFirst: z.stringbool().optional(), ...page }),
    run: async ({ views, sight }, { id }, request) =>
      ofPage(await caseTimelineOf(views, { ...request, caseId: id! }, sight)),
  }),
];
