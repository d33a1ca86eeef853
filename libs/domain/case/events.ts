import type { EventOf } from '../decider';
import { aftercareVersions, type AftercareEvents } from './aftercare/events';
import { agreementVersions, type AgreementEvents } from './agreement/events';
import { attachmentVersions, type AttachmentEvents } from './attachments/events';
import { fulfilmentVersions, type FulfilmentEvents } from './fulfilment/events';
import { hearingVersions, type HearingEvents } from './hearing/events';
import { matterVersions, type MatterEvents } from './matter/events';
import { messageVersions, type MessageEvents } from './message/events';
import { mediationVersions, type MediationEvents } from './mediation/events';
import { ratingVersions, type RatingEvents } from './rating/events';
import { recordVersions, type RecordEvents } from './record/events';
import { directionsVersions, type DirectionsEvents } from './directions/events';
import { helpersVersions, type HelpersEvents } from './helpers/events';
import { recusalVersions, type RecusalEvents } from './recusal/events';
import { offerVersions, type OfferEvents } from './offer/events';
import { petitionReviewVersions, type PetitionReviewEvents } from './review/events';
import { instructionVersions, type InstructionEvents } from './instruction/events';
import { urgentVersions, type UrgentEvents } from './urgent/events';
import { spineVersions, type SpineEvents } from './spine/events';

export * from './aftercare/events';
export * from './agreement/events';
export * from './attachments/events';
export * from './fulfilment/events';
export * from './hearing/events';
export * from './matter/events';
export * from './message/events';
export * from './mediation/events';
export * from './rating/events';
export * from './record/events';
export * from './directions/events';
export * from './helpers/events';
export * from './recusal/events';
export * from './offer/events';
export * from './review/events';
export * from './spine/events';
export * from './instruction/events';
export * from './urgent/events';

/** Everything that happens to a case, in its one stream: on its way (the spine), and in the parts beside it. */
export interface CaseEvents
  extends
    SpineEvents,
    AftercareEvents,
    AgreementEvents,
    AttachmentEvents,
    DirectionsEvents,
    FulfilmentEvents,
    HearingEvents,
    HelpersEvents,
    InstructionEvents,
    MatterEvents,
    MediationEvents,
    MessageEvents,
    OfferEvents,
    PetitionReviewEvents,
    RatingEvents,
    RecordEvents,
    RecusalEvents,
    UrgentEvents {}
export type CaseEvent = EventOf<CaseEvents>;

/** The version that each is stored in today. */
export const caseVersions: Readonly<Record<CaseEvent['type'], number>> = {
  ...spineVersions,
  ...attachmentVersions,
  ...matterVersions,
  ...ratingVersions,
  ...recordVersions,
  ...messageVersions,
  ...recusalVersions,
  ...helpersVersions,
  ...directionsVersions,
  ...aftercareVersions,
  ...agreementVersions,
  ...fulfilmentVersions,
  ...hearingVersions,
  ...mediationVersions,
  ...offerVersions,
  ...petitionReviewVersions,
  ...instructionVersions,
  ...urgentVersions,
};
