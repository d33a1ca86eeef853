import { unreachable } from '@huiyin/kernel';
import { refuse, type Aggregate, type DecisionContext, type Issued } from '../decider';
import { recordBreach, remindOffice } from '../escalated';
import { caseCommands, type CaseCommand } from './commands';
import { caseVersions, type CaseEvent } from './events';
import { caseExamples } from './examples';
import { evolve, unregistered, type CaseState } from './state';
import { answerCase, closeCase, extendAnswer, reportClosing, tellExtension } from './steps/answer';
import { objectToCase, rejectObjection, upholdObjection } from './steps/object';
import { acceptCase, acknowledgeCase, reopenCase, sendCase, sortCase } from './steps/receive';
import { registerCase } from './steps/register';
import type { Decided } from './steps/step';

function decide(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  switch (command.type) {
    case 'RegisterCase':
      return registerCase(command, state, context);
    case 'SortCase':
      return sortCase(command, state, context);
    case 'SendCase':
      return sendCase(command, state, context);
    case 'AcknowledgeCase':
      return acknowledgeCase(command, state, context);
    case 'ObjectToCase':
      return objectToCase(command, state, context);
    case 'UpholdObjection':
      return upholdObjection(command, state, context);
    case 'RejectObjection':
      return rejectObjection(command, state, context);
    case 'AcceptCase':
      return acceptCase(command, state, context);
    case 'ExtendAnswer':
      return extendAnswer(command, state, context);
    case 'TellExtension':
      return tellExtension(command, state, context);
    case 'AnswerCase':
      return answerCase(command, state, context);
    case 'ReportClosing':
      return reportClosing(command, state, context);
    case 'CloseCase':
      return closeCase(command, state, context);
    case 'ReopenCase':
      return reopenCase(command, state, context);
    case 'RemindOffice':
    case 'RecordBreach':
      return escalated(command, state, context);
    default:
      return unreachable(command);
  }
}

function escalated(
  command: Extract<CaseCommand, { type: 'RemindOffice' | 'RecordBreach' }> & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  const { dutyId } = command.data;
  return command.type === 'RemindOffice'
    ? remindOffice(dutyId, context)
    : recordBreach(dutyId, command.now, state.breached, context);
}

export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  chinese: '信访件',
  commands: caseCommands,
  examples: caseExamples,
  begunBy: 'RegisterCase',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach'],
  versions: caseVersions,
  initial: unregistered,
  decide,
  evolve,
};
