import type { PersonalValue } from '@huiyin/kernel';
import type { EventOf } from '../../decider';
import type { ClaimOutcome } from '../spine/events';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 复查、复核 */
export type Stage = 'review' | 're-review';
/** 维持、撤销、变更、责令重作 */
export const REVIEW_OUTCOMES = ['uphold', 'revoke', 'change', 'redo'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export interface PetitionReviewEvents {
  /** The petitioner asks the next level above to look at the opinion again (Art. 35, 36). */
  ReviewAsked: { stage: Stage; of: string; to: string; reasons?: PersonalValue };
  ReviewDecided: {
    by: string;
    /** The office whose opinion was reviewed: it carries out what was changed. */
    office: string;
    stage: Stage;
    outcome: ReviewOutcome;
    text: string;
    basis: string;
    /** The claims on which the opinion is changed. */
    outcomes?: readonly ClaimOutcome[];
  };
  /** 三级终结: the same facts and reasons are not accepted again (Art. 36). */
  FinalPaperIssued: { by: string; number: string; text: string };
}

export type PetitionReviewEvent = EventOf<PetitionReviewEvents>;

export const petitionReviewVersions: Readonly<Record<PetitionReviewEvent['type'], number>> = {
  ReviewAsked: 1,
  ReviewDecided: 1,
  FinalPaperIssued: 1,
};
