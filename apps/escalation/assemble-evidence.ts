import { aggregates, isKeptFrom, keptFromOf, type ReviewEvents } from '@huiyin/domain';
import {
  assembleEvidence,
  fingerprintOf,
  linksUnderReview,
  readCaseRecord,
  recordUpTo,
} from '@huiyin/evidence';
import { deterministicId } from '@huiyin/kernel';
import type { Message } from '@huiyin/messaging';
import { ACTOR } from './act';
import type { EscalationDeps } from './deps';

type Deps = Pick<EscalationDeps, 'store' | 'timers' | 'rules' | 'directory' | 'execute'>;

/**
 * A review that was opened, by the clock or by hand, gets its evidence: put together from the log up to its opening, of which
 * the review keeps the fingerprint and the links to be heard. Doing it again changes nothing.
 */
export async function assembleOnOpening(deps: Deps, message: Message): Promise<void> {
  if (message.type !== 'huiyin.review.opened.v1') return;
  const { store, timers, rules, directory } = deps;
  const [opening] = await store.readStream(message.subject);
  const { caseId, by, evidence } = opening!.data as ReviewEvents['ReviewOpened'];
  const upTo = opening!.position;
  const streams = [...new Set([...(await timers.streamsAbout(caseId)), message.subject])].sort();
  const record = recordUpTo(
    await readCaseRecord((stream) => store.readStream(stream), { caseId, streams, upTo }),
  );
  const document = assembleEvidence(record, rules.current());
  // Older logs hold reviews by hand on cases that lie in no log here.
  if (!document) return;
  const keptFrom = keptFromOf(record.history);
  const links = linksUnderReview(document.chain, { by, duty: evidence?.duty });
  const outcome = await deps.execute({
    aggregate: aggregates.reviews,
    id: message.subject.slice('review-'.length),
    type: 'RecordEvidence',
    data: {
      format: document.format,
      upTo,
      streams: record.about.map(([first]) => first!.stream),
      sha256: fingerprintOf(document),
      keptFrom,
      links: links.filter(({ office }) => !isKeptFrom(office, keptFrom, directory)),
    },
    commandId: deterministicId('evidence', message.id),
    actor: ACTOR,
    office: by,
    causationId: message.id,
    traceparent: message.traceparent,
  });
  if (outcome.status === 'contended') throw new Error('review contended');
}
