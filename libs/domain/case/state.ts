import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { isOneOf } from '../decider';
import { keptFromAfter } from '../kept-from';
import { directionsVersions } from './directions/events';
import { evolveDirections, noDirections, type DirectionsState } from './directions/state';
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
import { unhelped, evolveHelpers, type HelpersState } from './helpers/state';
import { recusalVersions } from './recusal/events';
import { evolveRecusal, noneAsked, type RecusalState } from './recusal/state';
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
  },
};

export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const { parts } = state;
  if (isOneOf(spineVersions, event)) return { ...evolveSpine(state, event), parts: followed(parts, event) };
  if (state.status === 'unregistered') return damagedLog(event.type, state.status);
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
  return unreachable(event);
}

/** What a step on the case's way does to its parts. */
function followed(parts: Parts, event: SpineEvent): Parts {
  switch (event.type) {
    case 'CaseRegistered':
      return {
        ...parts,
        recusal: { ...parts.recusal, keptFrom: keptFromAfter([], event) },
        ...(event.data.channel === 'open311' && { messages: openToMessages }),
      };
    case 'CaseReopened':
      return { ...parts, rating: unrated };
    // The other steps leave the parts as they are.
    default:
      return parts;
  }
}
