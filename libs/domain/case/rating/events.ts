import type { PersonalValue } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 满意、基本满意、不满意 */
export const RATINGS = ['satisfied', 'fairly-satisfied', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

export interface RatingEvents {
  /** Art. 21: the petitioner rates the petition department and the handling office, each on its own. */
  CaseRated: {
    receiver: string;
    office: string;
    petitionDepartment: Rating;
    handlingOffice: Rating;
    comment?: PersonalValue;
  };
}

export type RatingEvent = EventOf<RatingEvents>;

export const ratingVersions: Readonly<Record<RatingEvent['type'], number>> = { CaseRated: 1 };
