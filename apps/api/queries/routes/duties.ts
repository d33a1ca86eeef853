import { countDuties, listDuties } from '@huiyin/read-models';
import { decimalNumber } from '@huiyin/runtime/in-digits';
import { z } from 'zod';
import { now, ofAnswer, ofPage, page, route, text, type ReadRoute } from '../route';

const HOURS_MAX = 24 * 366;

export const dutyRoutes: readonly ReadRoute[] = [
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
      within_hours: decimalNumber(0, HOURS_MAX).optional(),
      ...page,
    }),
    run: async (context, _, request) =>
      ofPage(await listDuties(context.views, { ...request, now: now(context) }, context.sight)),
  }),
  route({
    name: 'countDuties',
    tag: 'duties',
    path: '/duty-counts',
    summary: 'Open and overdue duties per office',
    query: z.strictObject({ overseer: text, rule: text }),
    run: async (context, _, filter) =>
      ofAnswer(await countDuties(context.views, now(context), filter, context.sight)),
  }),
];
