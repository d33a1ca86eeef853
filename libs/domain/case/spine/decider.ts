import { unreachable } from '@huiyin/kernel';
import { refuse, type DecisionContext, type Issued } from '../../decider';
import { byTheClock } from '../../escalated';
import type { CaseState } from '../state';
import type { Decided } from '../step';
import type { SpineCommand } from './commands';
import {
  answerCase,
  closeCase,
  extendAnswer,
  reportClosing,
  reportStage,
  tellExtension,
} from './steps/answer';
import { determineHandler } from './steps/determine';
import { objectToCase, rejectObjection, upholdObjection } from './steps/object';
import { passOnCase } from './steps/pass-on';
import { acceptCase, acknowledgeCase, reopenCase, sendCase, sortCase } from './steps/receive';
import { registerCase } from './steps/register';

export function decideSpine(
  command: SpineCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
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
    case 'ReportStage':
      return reportStage(command, state, context);
    case 'CloseCase':
      return closeCase(command, state, context);
    case 'ReopenCase':
      return reopenCase(command, state, context);
    case 'DetermineHandler':
      return determineHandler(command, state, context);
    case 'PassOnCase':
      return passOnCase(command, state, context);
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return state.status === 'unregistered' ? refuse('does-not-exist') : byTheClock(command, state, context);
    default:
      return unreachable(command);
  }
}
