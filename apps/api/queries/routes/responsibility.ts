import { AGGREGATES, streamOf, type ReviewEvents } from '@huiyin/domain';
import {
  assembleEvidence,
  fingerprintOf,
  officeNames,
  readCaseRecord,
  responsibilityChain,
} from '@huiyin/evidence';
import { streamsAbout } from '@huiyin/read-models';
import { z } from 'zod';
import { instant, none, now, route, type ReadRoute } from '../route';

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
      return chain && { position: upTo, body: { ...chain, offices: officeNames(record) } };
    },
  }),
  route({
    name: 'evidenceOfReview',
    tag: 'reviews',
    path: '/reviews/{id}/evidence',
    summary:
      'The evidence of a review, assembled again from the log, with the fingerprint that was recorded of it and the offices by name',
    query: none,
    async run({ platform: { store, rules }, viewer, guard }, { id }) {
      const review = await store.readStream(streamOf(AGGREGATES.reviews, id!));
      const recorded = review.find(({ type }) => type === 'EvidenceAssembled');
      if (!recorded) return undefined;
      const { caseId, streams, upTo, sha256 } = recorded.data as ReviewEvents['EvidenceAssembled'];
      if (!(await guard.maySeeCase(viewer, caseId))) return undefined;
      const record = await readCaseRecord((stream) => store.readStream(stream), { caseId, streams, upTo });
      const document = assembleEvidence(record, rules.current());
      // Another fingerprint means that the log, or what assembles it, is not what it was.
      const reproduced = document !== undefined && fingerprintOf(document) === sha256;
      return {
        position: recorded.position,
        body: { sha256, reproduced, offices: officeNames(record), document },
      };
    },
  }),
];
