import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { RatingEvent } from './events';

/** A rating is of the present answer: what is opened again is rated again. */
export type RatingState = { status: 'unrated' } | { status: 'rated' };

export const unrated: RatingState = { status: 'unrated' };

export function evolveRating(state: RatingState, event: RatingEvent): RatingState {
  switch (event.type) {
    case 'CaseRated':
      return state.status === 'unrated' ? { status: 'rated' } : damagedLog(event.type, state.status);
    default:
      return unreachable(event.type);
  }
}
