import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { isOneOf } from '../decider';
import type { CaseEvent } from './events';
import { ratingVersions } from './rating/events';
import { evolveRating, unrated, type RatingState } from './rating/state';
import { spineVersions, type SpineEvent } from './spine/events';
import { evolveSpine, unregistered, type CaseStatus, type Spine } from './spine/state';

/** What runs beside the case's way, each part a small machine of its own; kept through every status. */
export interface Parts {
  rating: RatingState;
}

export type CaseState = Spine & { parts: Parts };
export type In<Status extends CaseStatus> = Extract<CaseState, { status: Status }>;

export const initialCase: CaseState = { ...unregistered, parts: { rating: unrated } };

export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const { parts } = state;
  if (isOneOf(spineVersions, event)) return { ...evolveSpine(state, event), parts: followed(parts, event) };
  if (state.status === 'unregistered') return damagedLog(event.type, state.status);
  if (isOneOf(ratingVersions, event))
    return { ...state, parts: { ...parts, rating: evolveRating(parts.rating, event) } };
  return unreachable(event);
}

/** What a step on the case's way does to its parts. */
function followed(parts: Parts, { type }: SpineEvent): Parts {
  return type === 'CaseReopened' ? { ...parts, rating: unrated } : parts;
}
