import { unreachable } from '@huiyin/kernel';
import { isOneOf, type Aggregate, type DecisionContext, type Issued } from '../decider';
import { caseCommands, type CaseCommand } from './commands';
import { caseVersions, type CaseEvent } from './events';
import { caseExamples } from './examples';
import { attachmentCommands } from './attachments/commands';
import { decideAttachments } from './attachments/decider';
import { matterCommands } from './matter/commands';
import { casesNamedBy, decideMatter } from './matter/decider';
import { messageCommands } from './message/commands';
import { decideMessage } from './message/decider';
import { ratingCommands } from './rating/commands';
import { decideRating } from './rating/decider';
import { recordCommands } from './record/commands';
import { decideRecord } from './record/decider';
import { spineCommands } from './spine/commands';
import { decideSpine } from './spine/decider';
import { evolve, initialCase, type CaseState } from './state';
import type { Decided } from './step';

function decide(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  if (isOneOf(spineCommands, command)) return decideSpine(command, state, context);
  if (isOneOf(ratingCommands, command)) return decideRating(command, state);
  if (isOneOf(attachmentCommands, command)) return decideAttachments(command, state);
  if (isOneOf(matterCommands, command)) return decideMatter(command, state, context);
  if (isOneOf(recordCommands, command)) return decideRecord(command, state, context);
  if (isOneOf(messageCommands, command)) return decideMessage(command, state);
  return unreachable(command);
}

export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  chinese: '信访件',
  commands: caseCommands,
  examples: caseExamples,
  begunBy: 'RegisterCase',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'AttachFile'],
  versions: caseVersions,
  initial: initialCase,
  decide,
  refersTo: casesNamedBy,
  evolve,
};
