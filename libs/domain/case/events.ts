import type { EventOf } from '../decider';
import { attachmentVersions, type AttachmentEvents } from './attachments/events';
import { matterVersions, type MatterEvents } from './matter/events';
import { messageVersions, type MessageEvents } from './message/events';
import { ratingVersions, type RatingEvents } from './rating/events';
import { recordVersions, type RecordEvents } from './record/events';
import { directionsVersions, type DirectionsEvents } from './directions/events';
import { helpersVersions, type HelpersEvents } from './helpers/events';
import { recusalVersions, type RecusalEvents } from './recusal/events';
import { spineVersions, type SpineEvents } from './spine/events';

export * from './attachments/events';
export * from './matter/events';
export * from './message/events';
export * from './rating/events';
export * from './record/events';
export * from './directions/events';
export * from './helpers/events';
export * from './recusal/events';
export * from './spine/events';

/** Everything that happens to a case, in its one stream. */
export interface CaseEvents
  extends
    SpineEvents,
    AttachmentEvents,
    MatterEvents,
    MessageEvents,
    RatingEvents,
    RecordEvents,
    DirectionsEvents,
    HelpersEvents,
    RecusalEvents {}
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
};
