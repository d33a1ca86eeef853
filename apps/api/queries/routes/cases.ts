import { caseTimelineOf, countCases, dutiesOfCase, listCases } from '@huiyin/read-models';
import { z } from 'zod';
import { instant, none, now, ofAnswer, ofPage, page, record, route, text, type ReadRoute } from '../route';

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
