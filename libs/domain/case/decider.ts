import { unreachable } from '@huiyin/kernel';
import { isOneOf, type Aggregate, type DecisionContext, type Issued } from '../decider';
import { caseCommands, type CaseCommand } from './commands';
import { caseVersions, type CaseEvent } from './events';
import { caseExamples } from './examples';
import { ratingCommands } from './rating/commands';
import { decideRating } from './rating/decider';
import { spineCommands } from './spine/commands';
import { decideSpine } from './spine/decider';
import { evolve, initialCase, type CaseState } from './state';
import type { Decided } from './step';

function decide(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  if (isOneOf(spineCommands, command)) return decideSpine(command, state, context);
  if (isOneOf(ratingCommands, command)) return decideRating(command, state);
  return unreachable(command);
}

export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  chinese: '信访件',
  commands: caseCommands,
  examples: caseExamples,
  begunBy: 'RegisterCase',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties'],
  versions: caseVersions,
  initial: initialCase,
  decide,
  evolve,
};
