import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { ClaimOutcome } from '../spine/events';
import type { PetitionReviewEvent, ReviewOutcome, Stage } from './events';

interface Kept {
  /** The answer that a review set aside: the next one may not repeat it. */
  setAside: readonly ClaimOutcome[];
}

export type ReviewState = Kept &
  (
    | { status: 'none' }
    | { status: 'asked'; stage: Stage; by: string }
    | { status: 'decided'; stage: Stage; by: string; outcome: ReviewOutcome }
    | { status: 'final' }
  );

export const noReview: ReviewState = { status: 'none', setAside: [] };

export function evolveReview(state: ReviewState, event: PetitionReviewEvent): ReviewState {
  const { type, data } = event;
  const { status, setAside } = state;
  switch (type) {
    case 'ReviewAsked':
      if (status === 'asked' || status === 'final') return damagedLog(type, status);
      return { status: 'asked', stage: data.stage, by: data.to, setAside };
    case 'ReviewDecided': {
      if (status !== 'asked') return damagedLog(type, status);
      const { stage, by, outcome } = data;
      return { status: 'decided', stage, by, outcome, setAside };
    }
    case 'FinalPaperIssued':
      return status === 'decided' ? { status: 'final', setAside } : damagedLog(type, status);
    default:
      return unreachable(type);
  }
}
