import { unreachable } from '@huiyin/kernel';
import { accept, isOneOf, type Aggregate, type DecisionContext, type Issued } from '../decider';
import { caseCommands, type CaseCommand } from './commands';
import { caseVersions, type CaseEvent } from './events';
import { directionsCommands } from './directions/commands';
import { decideDirections } from './directions/decider';
import { caseExamples } from './examples';
import { aftercareCommands } from './aftercare/commands';
import { decideAftercare } from './aftercare/decider';
import { agreementCommands } from './agreement/commands';
import { decideAgreement } from './agreement/decider';
import { attachmentCommands } from './attachments/commands';
import { decideAttachments } from './attachments/decider';
import { fulfilmentCommands } from './fulfilment/commands';
import { decideFulfilment } from './fulfilment/decider';
import { hearingCommands } from './hearing/commands';
import { decideHearing } from './hearing/decider';
import { matterCommands } from './matter/commands';
import { casesNamedBy, decideMatter } from './matter/decider';
import { messageCommands } from './message/commands';
import { decideMessage } from './message/decider';
import { mediationCommands } from './mediation/commands';
import { decideMediation } from './mediation/decider';
import { offerCommands } from './offer/commands';
import { decideOffer } from './offer/decider';
import { ratingCommands } from './rating/commands';
import { decideRating } from './rating/decider';
import { recordCommands } from './record/commands';
import { decideRecord } from './record/decider';
import { petitionReviewCommands } from './review/commands';
import { decidePetitionReview } from './review/decider';
import { withDeferral } from './closing';
import { helpersCommands } from './helpers/commands';
import { decideHelpers } from './helpers/decider';
import { recusalCommands } from './recusal/commands';
import { decideRecusal } from './recusal/decider';
import { recusedStaffDoNotAct } from './recusal/rules/recused-staff-do-not-act';
import { aStepFollowsTheOneBefore } from './rules/a-step-follows-the-one-before';
import { theAccusedNeverHandle } from './recusal/rules/the-accused-never-handle';
import { spineCommands } from './spine/commands';
import { decideSpine } from './spine/decider';
import { successions } from './spine/steps/pass-on';
import { evolve, initialCase, type CaseState } from './state';
import type { Decided } from './step';
import { instructionCommands } from './instruction/commands';
import { decideInstruction } from './instruction/decider';
import { articleOfStep, namingArticle } from '../refusals/step-articles';
import { urgentCommands } from './urgent/commands';
import { decideUrgent } from './urgent/decider';

/** Given by Huiyin's own services, for whom no office acts. */
const OWN: readonly CaseCommand['type'][] = [
  'RemindOffice',
  'RecordBreach',
  'RecomputeDuties',
  'PassOnCase',
  'CountRepeat',
  'UncountRepeat',
];

const decide = (command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided =>
  namingArticle(decideInOrder(command, state, context), command.type, articleOfStep);

function decideInOrder(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  if (OWN.includes(command.type)) return decideStep(command, state, context);
  const { offices } = context;
  const { keptFrom } = state.parts.recusal;
  const barred =
    theAccusedNeverHandle(command.office, keptFrom, offices) ??
    recusedStaffDoNotAct(command.actor, keptFrom) ??
    aStepFollowsTheOneBefore(command, context.history);
  if (barred) return { ok: false, refusal: barred };
  // Whoever took over from an office has what that one had, from the first step that anybody takes.
  const passed = successions(state, offices);
  const present = passed.reduce<CaseState>(evolve, state);
  const decision = withDeferral(present, decideStep(command, present, context));
  return decision.ok && decision.events.length > 0 ? accept(...passed, ...decision.events) : decision;
}

function decideStep(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  if (isOneOf(spineCommands, command)) return decideSpine(command, state, context);
  if (isOneOf(aftercareCommands, command)) return decideAftercare(command, state);
  if (isOneOf(agreementCommands, command)) return decideAgreement(command, state, context);
  if (isOneOf(fulfilmentCommands, command)) return decideFulfilment(command, state);
  if (isOneOf(hearingCommands, command)) return decideHearing(command, state, context);
  if (isOneOf(mediationCommands, command)) return decideMediation(command, state, context);
  if (isOneOf(offerCommands, command)) return decideOffer(command, state, context);
  if (isOneOf(ratingCommands, command)) return decideRating(command, state);
  if (isOneOf(attachmentCommands, command)) return decideAttachments(command, state);
  if (isOneOf(matterCommands, command)) return decideMatter(command, state, context);
  if (isOneOf(recordCommands, command)) return decideRecord(command, state, context);
  if (isOneOf(messageCommands, command)) return decideMessage(command, state);
  if (isOneOf(recusalCommands, command)) return decideRecusal(command, state, context);
  if (isOneOf(directionsCommands, command)) return decideDirections(command, state);
  if (isOneOf(helpersCommands, command)) return decideHelpers(command, state, context);
  if (isOneOf(petitionReviewCommands, command)) return decidePetitionReview(command, state, context);
  if (isOneOf(instructionCommands, command)) return decideInstruction(command, state, context);
  if (isOneOf(urgentCommands, command)) return decideUrgent(command, state, context);
  return unreachable(command);
}

export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  chinese: '信访件',
  commands: caseCommands,
  examples: caseExamples,
  begunBy: 'RegisterCase',
  begins: 'once',
  system: [...OWN, 'AttachFile'],
  versions: caseVersions,
  initial: initialCase,
  decide,
  refersTo: casesNamedBy,
  evolve,
};
