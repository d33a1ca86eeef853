import { unreachable } from '@huiyin/kernel';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { recordBreach, remindOffice } from '../escalated';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { reviewCommands, type ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { proposeFinding } from './propose-finding';
import { aFindingWaitsForTheOfficesSide } from './rules/a-finding-waits-for-the-offices-side';
import { anOfficeDoesNotFindOnItself } from './rules/an-office-does-not-find-on-itself';
import { evolve, unopened, type ReviewState } from './state';

type Decided = Decision<ReviewEvent>;

function decide(command: ReviewCommand & Issued, state: ReviewState, context: DecisionContext): Decided {
  if (command.type === 'OpenReview') {
    if (state.status !== 'unopened') return refuse('already-exists');
    return unlessRefused([anOfficeDoesNotFindOnItself(command.data.office, command.data.by)], {
      type: 'ReviewOpened',
      data: command.data,
    });
  }
  if (state.status === 'unopened') return refuse('does-not-exist');
  const { office, by, caseId, pack } = state;
  switch (command.type) {
    case 'StateSide':
      if (state.status !== 'opened' && state.status !== 'proposed')
        return refuse('wrong-state', { status: state.status });
      return unlessRefused([onlyTheHolderActs(office, command.office)], {
        type: 'SideStated',
        data: { by: office, text: command.data.text },
      });
    case 'ProposeFinding':
      if (state.status !== 'opened' || !state.evidence) return accept();
      return unlessRefused([aFindingWaitsForTheOfficesSide(state.stated, context.duties(), command.now)], {
        type: 'FindingProposed',
        data: { by: command.actor, finding: proposeFinding(state.evidence) },
      });
    case 'ConfirmFinding':
      if (state.status !== 'opened' && state.status !== 'proposed')
        return refuse('wrong-state', { status: state.status });
      return unlessRefused(
        [
          onlyTheHolderActs(by, command.office),
          aFindingWaitsForTheOfficesSide(state.stated, context.duties(), command.now),
        ],
        { type: 'FindingConfirmed', data: { by, office, caseId, pack, finding: command.data.finding } },
      );
    case 'CloseReview':
      if (state.status !== 'confirmed') return refuse('wrong-state', { status: state.status });
      return unlessRefused([onlyTheHolderActs(by, command.office)], {
        type: 'ReviewClosed',
        data: { by, measures: command.data.measures },
      });
    case 'RemindOffice':
      return remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return recordBreach(command.data.dutyId, command.now, state.breached, context);
    default:
      return unreachable(command);
  }
}

const versions: Readonly<Record<ReviewEvent['type'], number>> = {
  ReviewOpened: 1,
  SideStated: 1,
  FindingProposed: 1,
  FindingConfirmed: 1,
  ReviewClosed: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
};

export const reviewAggregate: Aggregate<ReviewState, ReviewCommand, ReviewEvent> = {
  name: 'review',
  chinese: '责任倒查',
  commands: reviewCommands,
  begunBy: 'OpenReview',
  begins: 'once',
  versions,
  initial: unopened,
  decide,
  evolve,
};
