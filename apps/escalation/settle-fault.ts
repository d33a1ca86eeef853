import {
  AGGREGATES,
  aggregates,
  faultThatStands,
  keyOf,
  type ReviewEvent,
  type ReviewState,
} from '@huiyin/domain';
import type { CommandEnvelope } from '@huiyin/command-handler';
import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId } from '@huiyin/kernel';
import type { Message } from '@huiyin/messaging';
import { ACTOR } from './act';
import type { EscalationDeps } from './deps';

/** The messages after which the fault of an office in a review may stand, or no longer stand. */
const ON_A_FINDING = new Set([
  'huiyin.review.finding-confirmed.v1',
  'huiyin.review.finding-disputed.v1',
  'huiyin.review.finding-upheld.v1',
  'huiyin.review.finding-revised.v1',
]);

interface About {
  by: string;
  revision: number;
  link?: string;
  confirmedAt?: string;
}

/**
 * Only a confirmed fault that is neither disputed nor taken back counts on an office's standing: after each step on a finding
 * it is counted, or set aside. Doing it again changes nothing.
 */
export async function settleFault(
  { execute, store }: Pick<EscalationDeps, 'execute' | 'store'>,
  message: Message,
): Promise<void> {
  if (!ON_A_FINDING.has(message.type)) return;
  const { revision, confirmedAt } = message.data as About;
  const history = (await store.readStream(message.subject)).filter((event) => event.revision <= revision);
  const command = standingCommand(message, history);
  const outcome = await execute({ ...command, occurredAt: confirmedAt ?? message.time });
  if (outcome.status === 'contended') throw new Error('standing contended');
}

/** The review as it was at this message: a message that comes again leads to the same command. */
function standingCommand(
  { type, id, subject, traceparent, data }: Message,
  history: readonly StoredEvent[],
): CommandEnvelope {
  const { initial, evolve } = AGGREGATES.reviews;
  const state = history.reduce<ReviewState>((folded, event) => evolve(folded, event as ReviewEvent), initial);
  if (state.status === 'unopened') throw new Error(`no review ${subject}`);
  const { by, link } = data as About;
  const { found } = state.parts.findings;
  const { countsFor } = found[keyOf({ link })]!;
  const reviewId = subject.slice('review-'.length);
  const common = {
    aggregate: aggregates.standings,
    id: countsFor,
    actor: ACTOR,
    office: by,
    causationId: id,
    traceparent,
  };
  const fault = faultThatStands(found, countsFor);
  if (!fault)
    return {
      ...common,
      type: 'SetFaultAside',
      data: { reviewId },
      commandId: deterministicId('set-fault-aside', reviewId, id),
    };
  const { kind, gravity, happenedAt } = fault;
  const { pack, caseId } = state;
  const isFirst = type.includes('finding-confirmed') && link === undefined;
  return {
    ...common,
    type: 'CountFault',
    data: { pack, reviewId, caseId, kind, gravity, ...(happenedAt && { happenedAt }) },
    // The first finding of a review has had this id since before there were others.
    commandId: isFirst
      ? deterministicId('count-fault', reviewId)
      : deterministicId('count-fault', reviewId, id),
  };
}
