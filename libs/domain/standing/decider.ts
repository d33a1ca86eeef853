import { unreachable } from '@huiyin/kernel';
import {
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { byTheClock } from '../escalated';
import { anOfficeDoesNotFindOnItself } from '../accountability-review/rules/an-office-does-not-find-on-itself';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { standingCommands, type StandingCommand } from './commands';
import { count, officeAbove } from './counting';
import { standingVersions, type StandingEvent } from './events';
import { standingExamples } from './examples';
import { honour } from './honours';
import { stepOnOrder } from './orders';
import { comingDownTakesItsTime } from './rules/coming-down-takes-its-time';
import { whatTheLadderAskedForComesFirst } from './rules/what-the-ladder-asked-for-comes-first';
import { setFaultAside } from './set-aside';
import { clear, evolve, type StandingState } from './state';

type Decided = Decision<StandingEvent>;
type Given<T extends StandingCommand['type']> = Extract<StandingCommand, { type: T }> & Issued;

function decide(command: StandingCommand & Issued, state: StandingState, context: DecisionContext): Decided {
  switch (command.type) {
    case 'CountFault':
    case 'CountPlacing':
      return count(command, state, context);
    case 'SetFaultAside':
      return setFaultAside(command, state, context);
    case 'HoldTalk':
    case 'TakeMeasure':
    case 'ReportRectification':
    case 'ConfirmRectification':
    case 'ReturnRectification':
      return stepOnOrder(command, state, context);
    case 'NotePractice':
    case 'GrantAward':
    case 'RevokeAward':
      return honour(command, state, context);
    case 'StepDown':
      return stepDown(command, state, context);
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    default:
      return unreachable(command);
  }
}

function stepDown(command: Given<'StepDown'>, state: StandingState, context: DecisionContext): Decided {
  const { id, office, occurredAt, data } = command;
  const { reasons } = data;
  if (state.status !== 'on-rung') return refuse('not-on-a-rung');
  const left: StandingEvent[] = state.keyManagement
    ? [{ type: 'KeyManagementLeft', data: { office: id, reasons } }]
    : [];
  return unlessRefused(
    [
      anOfficeDoesNotFindOnItself(id, office ?? ''),
      onlyTheHolderActs(officeAbove(command, context), office),
      whatTheLadderAskedForComesFirst(state),
      comingDownTakesItsTime(state, context.rules.pack(state.pack).ladder, occurredAt),
    ],
    ...left,
    { type: 'RungLeft', data: { office: id, rung: state.rung, reasons } },
  );
}

export const standingAggregate: Aggregate<StandingState, StandingCommand, StandingEvent> = {
  name: 'standing',
  chinese: '问责阶梯',
  commands: standingCommands,
  examples: standingExamples,
  begunBy: 'CountFault',
  begins: 'again',
  system: ['CountFault', 'SetFaultAside', 'RemindOffice', 'RecordBreach', 'RecomputeDuties'],
  versions: standingVersions,
  initial: clear,
  decide,
  evolve,
};
