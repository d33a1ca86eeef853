import type { EventOf } from '../decider';
import { ratingVersions, type RatingEvents } from './rating/events';
import { spineVersions, type SpineEvents } from './spine/events';

export * from './rating/events';
export * from './spine/events';

/** Everything that happens to a case, in its one stream. */
export interface CaseEvents extends SpineEvents, RatingEvents {}
export type CaseEvent = EventOf<CaseEvents>;

/** The version that each is stored in today. */
export const caseVersions: Readonly<Record<CaseEvent['type'], number>> = {
  ...spineVersions,
  ...ratingVersions,
};
