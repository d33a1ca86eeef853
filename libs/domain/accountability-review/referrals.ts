import { own } from '@huiyin/kernel';
import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { keyOf } from './found';
import { isOver, type Referral } from './referred';
import { aFaultThatStandsIsReferred } from './rules/a-fault-that-stands-is-referred';
import { aFindingIsReferredOnce } from './rules/a-finding-is-referred-once';
import { aReviewIsReferredToDiscipline } from './rules/a-review-is-referred-to-discipline';
import { aSlightFaultIsPutRight } from './rules/a-slight-fault-is-put-right';
import { theReceiverOrTheReviewerRecords } from './rules/the-receiver-or-the-reviewer-records';
import { whoIsConcernedIsNotReferredTo } from './rules/who-is-concerned-is-not-referred-to';
import type { OpenedReview } from './state';

type Decided = Decision<ReviewEvent>;
type Given<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }> & Issued;

/** What discipline gets rests on a fault that stands; the case and its evidence go with it. */
export function referReview(
  { data, office: acting }: Given<'ReferReview'>,
  { by, caseId, parts }: OpenedReview,
  { offices }: DecisionContext,
): Decided {
  const key = keyOf(data);
  const found = own(parts.findings.found, key);
  if (!found) return refuse('finding-unknown');
  const { office, finding } = found;
  const { to, ...said } = data;
  const { items, made } = parts.referrals;
  return unlessRefused(
    [
      onlyTheHolderActs(by, acting),
      aFaultThatStandsIsReferred(found),
      aSlightFaultIsPutRight(finding),
      aFindingIsReferredOnce(Object.values(items).filter((one) => one.key === key)),
      anOfficeIsInTheDirectory(offices, to),
      aReviewIsReferredToDiscipline(offices, to),
      whoIsConcernedIsNotReferredTo(to, [office, ...parts.evidence.keptFrom], offices),
    ],
    {
      type: 'ReviewReferred',
      data: { by, referral: `f${made + 1}`, to, reviewer: by, office, caseId, ...said },
    },
  );
}

/** The discipline commission says that it has it, or the reviewing office writes down what came back. */
export function recordReferralReceipt(
  { data, office: acting }: Given<'RecordReferralReceipt'>,
  state: OpenedReview,
): Decided {
  const { referral, reference } = data;
  const sent = own(state.parts.referrals.items, referral);
  if (sent?.status !== 'sent') return refuse('no-referral-waits', waits(referral, sent));
  return unlessRefused([theReceiverOrTheReviewerRecords(sent.to, state.by, acting)], {
    type: 'ReferralReceiptRecorded',
    data: { ...about(referral, sent, state), by: acting ?? sent.to, reference },
  });
}

export function recordReferralOutcome(
  { data, office: acting }: Given<'RecordReferralOutcome'>,
  state: OpenedReview,
): Decided {
  const { referral, outcome, text } = data;
  const received = own(state.parts.referrals.items, referral);
  const isTakenUp = received?.status === 'taken-up';
  if (received?.status !== 'received' && !(isTakenUp && outcome !== 'taken-up'))
    return refuse('no-referral-waits', waits(referral, received));
  return unlessRefused([theReceiverOrTheReviewerRecords(received.to, state.by, acting)], {
    type: 'ReferralOutcomeRecorded',
    data: {
      ...about(referral, received, state),
      ...{ by: acting ?? received.to, outcome, concluded: outcome !== 'taken-up', text },
    },
  });
}

/** A fault that was taken back leaves discipline with nothing to look at. */
export const withdrawnWith = (key: string, by: string, state: OpenedReview): readonly ReviewEvent[] =>
  Object.entries(state.parts.referrals.items)
    .filter(([, one]) => one.key === key && !isOver(one))
    .map(([referral, one]) => ({
      type: 'ReferralWithdrawn',
      data: { ...about(referral, one, state), by },
    }));

const about = (referral: string, { to, office }: Referral, { by: reviewer, caseId }: OpenedReview) => ({
  ...{ referral, to, reviewer, office, caseId },
});

const waits = (referral: string, { status }: { status: string } = { status: 'none' }) => ({
  referral,
  status,
});
