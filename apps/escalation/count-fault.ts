import { aggregates, type ReviewEvents } from '@huiyin/domain';
import { deterministicId } from '@huiyin/kernel';
import type { Message } from '@huiyin/messaging';
import { ACTOR } from './act';
import type { EscalationDeps } from './deps';

/** Only a confirmed fault counts on an office's standing; counting the same review again changes nothing. */
export async function countConfirmedFault(
  { execute }: Pick<EscalationDeps, 'execute'>,
  message: Message,
): Promise<void> {
  if (message.type !== 'huiyin.review.finding-confirmed.v1') return;
  const { office, caseId, pack, finding, by, happenedAt } = message.data as ReviewEvents['FindingConfirmed'];
  if (finding.outcome !== 'fault') return;
  const reviewId = message.subject.slice('review-'.length);
  const { kind, gravity } = finding;
  const outcome = await execute({
    aggregate: aggregates.standings,
    id: office,
    type: 'CountFault',
    data: { pack, reviewId, caseId, kind, gravity, ...(happenedAt && { happenedAt }) },
    commandId: deterministicId('count-fault', reviewId),
    actor: ACTOR,
    office: by,
    causationId: message.id,
    traceparent: message.traceparent,
    occurredAt: message.time,
  });
  if (outcome.status === 'contended') throw new Error('standing contended');
}
