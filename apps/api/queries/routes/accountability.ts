import { ADVICE_KINDS } from '@huiyin/domain';
import { listAdvice, listInstructions, listReviews, listSupervisions } from '@huiyin/read-models';
import { withTitles } from '@huiyin/read-models/case-titles';
import { z } from 'zod';
import { withoutUnannouncedVisits } from '../unannounced';
import { ofPage, page, record, route, text, type ReadRoute } from '../route';
import { instructionStatus, reviewStatus, supervisionStatus } from '../statuses';

export const accountabilityRoutes: readonly ReadRoute[] = [
  route({
    name: 'listSupervisions',
    tag: 'supervisions',
    path: '/supervisions',
    summary: 'Supervision orders, newest first',
    query: z.strictObject({ status: supervisionStatus, office: text, by: text, caseId: text, ...page }),
    async run({ views, sight, viewer, platform }, _, request) {
      const found = await withTitles(views, await listSupervisions(views, request, sight));
      const items = found.items.map((row) => withoutUnannouncedVisits(row, viewer, platform.directory));
      return ofPage({ ...found, items });
    },
  }),
  route({
    name: 'listInstructions',
    tag: 'cases',
    path: '/instructions',
    summary: 'Written instructions of leaders, newest first, each with what is owed on it next',
    query: z.strictObject({ status: instructionStatus, office: text, of: text, caseId: text, ...page }),
    run: async ({ views, sight }, _, request) =>
      ofPage(await withTitles(views, await listInstructions(views, request, sight))),
  }),
  record('supervisions', 'readSupervision', 'One supervision order'),
  route({
    name: 'listReviews',
    tag: 'reviews',
    path: '/reviews',
    summary: 'Accountability reviews, newest first',
    query: z.strictObject({
      status: reviewStatus,
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
  route({
    name: 'listAdvice',
    tag: 'advice',
    path: '/advice',
    summary: 'Advice given to offices, newest first',
    query: z.strictObject({
      status: z.enum(['given', 'adopted', 'partly', 'refused', 'carried-out', 'closed']).optional(),
      kind: z.enum(ADVICE_KINDS).optional(),
      office: text,
      adviser: text,
      ...page,
    }),
    run: async ({ views, sight }, _, request) => ofPage(await listAdvice(views, request, sight)),
  }),
  record('advice', 'readAdvice', 'One piece of advice: its grounds, the answer and what came of it'),
];
