import { AGGREGATES, streamOf } from '@huiyin/domain';
import { readCaseRecord, responsibilityChain } from '@huiyin/evidence';
import { streamsAbout } from '@huiyin/read-models';
import { z } from 'zod';
import { instant, now, route, type ReadRoute } from '../route';

export const responsibilityRoutes: readonly ReadRoute[] = [
  route({
    name: 'responsibilityChain',
    tag: 'cases',
    path: '/cases/{id}/responsibility-chain',
    summary: 'Which office was what in a case, from when to when, who held its posts then, who decided what',
    query: z.strictObject({ asOf: instant.describe('what still lasts, as it was at this instant') }),
    async run(context, { id }, { asOf = now(context) }) {
      const { platform, views, viewer, guard } = context;
      const { store, rules } = platform;
      const history = await store.readStream(streamOf(AGGREGATES.cases, id!));
      if (!guard.maySeeHistory(viewer, history)) return undefined;
      const { position, result: streams } = await streamsAbout(views, id!);
      const upTo = Math.max(position, history.at(-1)!.position);
      const record = await readCaseRecord((stream) => store.readStream(stream), {
        caseId: id!,
        streams,
        upTo,
      });
      const chain = responsibilityChain(record, rules.current(), asOf);
      return chain && { position: upTo, body: chain };
    },
  }),
];
