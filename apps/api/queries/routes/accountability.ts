import { listReviews, listSupervisions } from '@huiyin/read-models';
import { withTitles } from '@huiyin/read-models/case-titles';
import { z } from 'zod';
import { ofPage, page, record, route, text, type ReadRoute } from '../route';

export const accountabilityRoutes: readonly ReadRoute[] = [
  route({
    name: 'listSupervisions',
    tag: 'supervisions',
    path: '/supervisions',
    summary: 'Supervision orders, newest first',
    query: z.strictObject({ status: text, office: text, by: text, caseId: text, ...page }),
    run: async ({ views, sight }, _, request) =>
      ofPage(await withTitles(views, await listSupervisions(views, request, sight))),
  }),
  record('supervisions', 'readSupervision', 'One supervision order'),
  route({
    name: 'listReviews',
    tag: 'reviews',
    path: '/reviews',
    summary: 'Accountability reviews, newest first',
    query: z.strictObject({
      status: text,
      office: text,
      by: text,
      caseId: text,
      rule: text,
      outcome: z.enum(['fault', 'no-fault']).optional(),
      ...page,
    }),
    run: async ({ views, sight }, _, request) =>
      ofPage(await withTitles(views, await listReviews(views, request, sight))),
  }),
  record('reviews', 'readReview', 'One accountability review, its evidence and finding'),
];
