import { DAY_ms } from '@huiyin/kernel';
import { flow, FLOW_MAX_days } from '@huiyin/read-models';
import { overview } from '@huiyin/read-models/overview';
import { z } from 'zod';
import { none, now, ofAnswer, reaching, route, type ReadRoute } from '../route';

const fromTo = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY_ms < FLOW_MAX_days, {
    path: ['to'],
    message: `at most ${FLOW_MAX_days} days at once`,
  });

/** The city as a whole. */
export const cityRoutes: readonly ReadRoute[] = [
  route({
    name: 'readOverview',
    tag: 'city',
    path: '/overview',
    summary: "The city in one glance, at the server's time",
    query: none,
    async run(context) {
      const at = now(context);
      const { timeZone } = context.platform;
      const { position, result } = await overview(
        context.views,
        at,
        context.sight,
        reaching(context),
        timeZone,
      );
      return { position, body: { now: at, ...result } };
    },
  }),
  route({
    name: 'readFlow',
    tag: 'city',
    path: '/flow',
    summary: 'Day by day: what came in, what was closed, and the backlog',
    query: fromTo,
    run: async (context, _, days) =>
      ofAnswer(await flow(context.views, days, context.sight, reaching(context))),
  }),
];
