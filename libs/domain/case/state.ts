import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { isOneOf } from '../decider';
import { keptFromAfter } from '../kept-from';
import { directionsVersions } from './directions/events';
import { evolveDirections, noDirections, type DirectionsState } from './directions/state';
import { aftercareVersions } from './aftercare/events';
import { evolveAftercare, noAftercare, type AftercareState } from './aftercare/state';
import type { CaseEvent } from './events';
import { attachmentVersions } from './attachments/events';
import { evolveAttachments, noAttachments, type AttachmentState } from './attachments/state';
import { matterVersions } from './matter/events';
import { alone, evolveMatter, type MatterState } from './matter/state';
import { messageVersions } from './message/events';
import { closedToMessages, evolveMessages, openToMessages, type MessageState } from './message/state';
import { ratingVersions } from './rating/events';
import { evolveRating, unrated, type RatingState } from './rating/state';
import { recordVersions } from './record/events';
import { evolveRecord, undisputed, type RecordState } from './record/state';
import { helpersVersions } from './helpers/events';
import { unhelped, evolveHelpers, helpPassedOn, type HelpersState } from './helpers/state';
import { recusalVersions } from './recusal/events';
import { evolveRecusal, noneAsked, type RecusalState } from './recusal/state';
import { agreementVersions } from './agreement/events';
import { evolveAgreement, noAgreement, passedOn, type AgreementState } from './agreement/state';
import { fulfilmentVersions } from './fulfilment/events';
import { changedBy, evolveFulfilment, owedBy, unanswered, type FulfilmentState } from './fulfilment/state';
import { hearingVersions } from './hearing/events';
import { evolveHearing, noHearing, type HearingState } from './hearing/state';
import { mediationVersions } from './mediation/events';
import { evolveMediation, noMediation, type MediationState } from './mediation/state';
import { offerVersions } from './offer/events';
import { evolveOffer, noOffer, offerPassedOn, type OfferState } from './offer/state';
import { petitionReviewVersions, type PetitionReviewEvent } from './review/events';
import { evolveReview, noReview, type ReviewState } from './review/state';
import { instructionVersions } from './instruction/events';
import {
  evolveInstruction,
  instructionsPassedOn,
  noInstruction,
  type InstructionState,
} from './instruction/state';
import { urgentVersions } from './urgent/events';
import { calm, evolveUrgent, type UrgentState } from './urgent/state';
import { spineVersions, type SpineEvent } from './spine/events';
import { evolveSpine, unregistered, type CaseStatus, type Spine } from './spine/state';

/** What runs beside the case's way, each part a small machine of its own; kept through every status. */
export interface Parts {
  attachments: AttachmentState;
  matter: MatterState;
  rating: RatingState;
  record: RecordState;
  messages: MessageState;
  recusal: RecusalState;
  directions: DirectionsState;
  helpers: HelpersState;
  aftercare: AftercareState;
  agreement: AgreementState;
  offer: OfferState;
  fulfilment: FulfilmentState;
  hearing: HearingState;
  mediation: MediationState;
  review: ReviewState;
  instruction: InstructionState;
  urgent: UrgentState;
}

export type CaseState = Spine & { parts: Parts };
export type In<Status extends CaseStatus> = Extract<CaseState, { status: Status }>;

export const initialCase: CaseState = {
  ...unregistered,
  parts: {
    attachments: noAttachments,
    matter: alone,
    messages: closedToMessages,
    rating: unrated,
    record: undisputed,
    recusal: noneAsked,
    directions: noDirections,
    helpers: unhelped,
    aftercare: noAftercare,
    agreement: noAgreement,
    offer: noOffer,
    fulfilment: unanswered,
    hearing: noHearing,
    mediation: noMediation,
    review: noReview,
    instruction: noInstruction,
    urgent: calm,
  },
};

export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const { parts } = state;
  if (isOneOf(spineVersions, event)) return { ...evolveSpine(state, event), parts: followed(state, event) };
  if (state.status === 'unregistered') return damagedLog(event.type, state.status);
  if (isOneOf(aftercareVersions, event))
    return { ...state, parts: { ...parts, aftercare: evolveAftercare(parts.aftercare, event) } };
  if (isOneOf(agreementVersions, event))
    return { ...state, parts: { ...parts, agreement: evolveAgreement(parts.agreement, event) } };
  if (isOneOf(fulfilmentVersions, event))
    return { ...state, parts: { ...parts, fulfilment: evolveFulfilment(parts.fulfilment, event) } };
  if (isOneOf(hearingVersions, event))
    return { ...state, parts: { ...parts, hearing: evolveHearing(parts.hearing, event) } };
  if (isOneOf(mediationVersions, event))
    return { ...state, parts: { ...parts, mediation: evolveMediation(parts.mediation, event) } };
  if (isOneOf(offerVersions, event))
    return { ...state, parts: { ...parts, offer: evolveOffer(parts.offer, event) } };
  if (isOneOf(ratingVersions, event))
    return { ...state, parts: { ...parts, rating: evolveRating(parts.rating, event) } };
  if (isOneOf(attachmentVersions, event))
    return { ...state, parts: { ...parts, attachments: evolveAttachments(parts.attachments, event) } };
  if (isOneOf(matterVersions, event))
    return { ...state, parts: { ...parts, matter: evolveMatter(parts.matter, event) } };
  if (isOneOf(recordVersions, event))
    return { ...state, parts: { ...parts, record: evolveRecord(parts.record, event) } };
  if (isOneOf(messageVersions, event))
    return { ...state, parts: { ...parts, messages: evolveMessages(parts.messages, event) } };
  if (isOneOf(recusalVersions, event))
    return { ...state, parts: { ...parts, recusal: evolveRecusal(parts.recusal, event) } };
  if (isOneOf(directionsVersions, event))
    return { ...state, parts: { ...parts, directions: evolveDirections(parts.directions, event) } };
  if (isOneOf(helpersVersions, event))
    return { ...state, parts: { ...parts, helpers: evolveHelpers(parts.helpers, event) } };
  if (isOneOf(instructionVersions, event))
    return { ...state, parts: { ...parts, instruction: evolveInstruction(parts.instruction, event) } };
  if (isOneOf(urgentVersions, event))
    return { ...state, parts: { ...parts, urgent: evolveUrgent(parts.urgent, event) } };
  if (isOneOf(petitionReviewVersions, event)) return { ...state, parts: reviewed(parts, event) };
  return unreachable(event);
}

/** What a step on the case's way does to its parts. */
function followed(state: CaseState, event: SpineEvent): Parts {
  const { parts } = state;
  const { type, data } = event;
  const anew = { ...parts, fulfilment: unanswered, rating: unrated, aftercare: noAftercare };
  switch (type) {
    case 'CaseRegistered':
      return {
        ...parts,
        recusal: { ...parts.recusal, keptFrom: keptFromAfter([], event) },
        ...(data.channel === 'open311' && { messages: openToMessages }),
      };
    case 'CaseObjected':
    case 'CaseAccepted':
    case 'CaseTakenBack':
      return { ...parts, offer: noOffer };
    case 'CaseAnswered':
      return { ...parts, fulfilment: owedBy(data.outcomes, data.told) };
    case 'AnswerSetAside':
      return { ...anew, review: { ...noReview, setAside: 'opinion' in state ? state.opinion : [] } };
    case 'CaseReopened':
      return { ...anew, review: noReview };
    case 'OfficeReplaced':
      return {
        ...parts,
        agreement: passedOn(parts.agreement, data.from, data.to),
        offer: offerPassedOn(parts.offer, data.from, data.to),
        instruction: instructionsPassedOn(parts.instruction, data.from, data.to),
        helpers: helpPassedOn(parts.helpers, data.from, data.to),
        review: takenOver(parts.review, data),
        hearing: takenOver(parts.hearing, data),
      };
    // The other steps leave the parts as they are.
    default:
      return parts;
  }
}

/** Whoever took over from the office that runs a part runs it now. */
const takenOver = <Part extends object>(part: Part, { from, to }: { from: string; to: string }): Part =>
  'by' in part && part.by === from ? { ...part, by: to } : part;

/** What a review changes is carried out like what the opinion itself supports. */
function reviewed(parts: Parts, event: PetitionReviewEvent): Parts {
  const review = evolveReview(parts.review, event);
  return event.type === 'ReviewDecided' && event.data.outcome === 'change'
    ? { ...parts, review, fulfilment: changedBy(parts.fulfilment, event.data.outcomes ?? []) }
    : { ...parts, review };
}
