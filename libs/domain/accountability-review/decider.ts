import { unreachable } from '@huiyin/kernel';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
  type StreamKind,
} from '../decider';
import { caseAggregate } from '../case';
import { byTheClock } from '../escalated';
import { onceOnADuty } from '../once-on-a-duty';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { reviewCommands, type ReviewCommand } from './commands';
import { reviewVersions, type ReviewEvent } from './events';
import { decideDispute, disputeFinding } from './disputes';
import { reviewExamples } from './examples';
import { findOnLink, recordEvidence, stateLinkSide } from './links';
import { aFindingIsNotDatedBack } from './rules/a-finding-is-not-dated-back';
import { aFindingWaitsForTheOfficesSide } from './rules/a-finding-waits-for-the-offices-side';
import { anOfficeDoesNotFindOnItself } from './rules/an-office-does-not-find-on-itself';
import { everyLinkHasItsFinding } from './rules/every-link-has-its-finding';
import { proposeFinding } from './rules/propose-finding';
import { casesLookedAt, openReview } from './open';
import { recordReferralOutcome, recordReferralReceipt, referReview } from './referrals';
import { carryOutRemedy, orderRemedy } from './remedies';
import { havingPart, reviewSuccessions } from './successions';
import { evolve, unopened, type OpenedReview, type ReviewState } from './state';

type Decided = Decision<ReviewEvent>;

type Given<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }> & Issued;

function decide(command: ReviewCommand & Issued, state: ReviewState, context: DecisionContext): Decided {
  if (command.type === 'OpenReview')
    return state.status === 'unopened' ? openReview(command, context) : refuse('already-exists');
  if (state.status === 'unopened') return refuse('does-not-exist');
  switch (command.type) {
    case 'RecordEvidence':
      return recordEvidence(command, state);
    case 'StateSide':
      return stateSide(command, state);
    case 'StateLinkSide':
      return stateLinkSide(command, state);
    case 'FindOnLink':
      if (state.status === 'closed') return refuse('wrong-state', { status: state.status });
      return findOnLink(command, state, context);
    case 'DisputeFinding':
      return disputeFinding(command, state, context);
    case 'DecideDispute':
      return decideDispute(command, state, context);
    case 'OrderRemedy':
      return orderRemedy(command, state);
    case 'CarryOutRemedy':
      return carryOutRemedy(command, state);
    case 'ReferReview':
      return referReview(command, state, context);
    case 'RecordReferralReceipt':
      return recordReferralReceipt(command, state);
    case 'RecordReferralOutcome':
      return recordReferralOutcome(command, state);
    case 'ProposeFinding':
      return propose(command, state, context);
    case 'ConfirmFinding':
      return confirm(command, state, context);
    case 'CloseReview':
      return close(command, state);
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...reviewSuccessions(state, context.offices));
    default:
      return unreachable(command);
  }
}

/** Until a finding is confirmed there is something to say, and something to find. */
const undecided = ({ status }: OpenedReview): boolean => status === 'opened' || status === 'proposed';

function stateSide(command: Given<'StateSide'>, state: OpenedReview): Decided {
  if (!undecided(state)) return refuse('wrong-state', { status: state.status });
  return unlessRefused([onlyTheHolderActs(state.office, command.office)], {
    type: 'SideStated',
    data: { by: state.office, text: command.data.text },
  });
}

/** Asked for by the clock: with nothing to go by, or once there is a finding, there is nothing to propose. */
function propose(command: Given<'ProposeFinding'>, state: OpenedReview, context: DecisionContext): Decided {
  if (state.status !== 'opened' || !state.evidence) return accept();
  return unlessRefused([aFindingWaitsForTheOfficesSide(state.stated, context.duties(), command.now)], {
    type: 'FindingProposed',
    data: { by: state.by, finding: proposeFinding(state.evidence, state.openedAt) },
  });
}

function confirm(command: Given<'ConfirmFinding'>, state: OpenedReview, context: DecisionContext): Decided {
  if (!undecided(state)) return refuse('wrong-state', { status: state.status });
  const { office, by, caseId, pack, stated, evidence } = state;
  const happenedAt = evidence?.duty.dueAt;
  const superior = context.offices.superior(office);
  return unlessRefused(
    [
      anOfficeDoesNotFindOnItself(office, command.office ?? by),
      onlyTheHolderActs(by, command.office),
      aFindingIsNotDatedBack(command.occurredAt, command.now),
      aFindingWaitsForTheOfficesSide(stated, context.duties(), command.now),
    ],
    {
      type: 'FindingConfirmed',
      data: {
        by,
        office,
        caseId,
        pack,
        ...(happenedAt && { happenedAt }),
        ...(superior !== undefined && { superior }),
        finding: command.data.finding,
      },
    },
  );
}

function close(command: Given<'CloseReview'>, state: OpenedReview): Decided {
  if (state.status !== 'confirmed') return refuse('wrong-state', { status: state.status });
  const { parts } = state;
  return unlessRefused(
    [
      onlyTheHolderActs(state.by, command.office),
      everyLinkHasItsFinding(parts.evidence.called, parts.findings.found),
    ],
    { type: 'ReviewClosed', data: { by: state.by, measures: command.data.measures } },
  );
}

export const reviewAggregate: Aggregate<ReviewState, ReviewCommand, ReviewEvent> = {
  name: 'review',
  chinese: '责任倒查',
  commands: reviewCommands,
  examples: reviewExamples,
  begunBy: 'OpenReview',
  begins: 'once',
  system: [
    'RemindOffice',
    'RecordBreach',
    'RecomputeDuties',
    'ProposeFinding',
    'RecordEvidence',
    'ReplaceOffice',
  ],
  ownFields: { OpenReview: ['rule', 'evidence'] },
  idFor: (command) =>
    command.type === 'OpenReview' ? onceOnADuty('review', 'review', command.data) : undefined,
  versions: reviewVersions,
  initial: unopened,
  having: (state) => (state.status === 'unopened' ? [] : havingPart(state)),
  decide,
  refersTo: casesLookedAt,
  othersAre: caseAggregate as unknown as StreamKind,
  evolve,
};
