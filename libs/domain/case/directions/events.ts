import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const DIRECTIONS_HOW = ['written', 'on-the-spot', 'phone', 'message'] as const;

export interface DirectionsEvents {
  /** 诉访分离, Art. 31 (1): what belongs before a court or the police goes out with the way to go there. */
  ClaimsDirected: {
    by: string;
    directions: readonly { claim: string; where: string; text: string }[];
    how: (typeof DIRECTIONS_HOW)[number];
  };
}

export type DirectionsEvent = EventOf<DirectionsEvents>;

export const directionsVersions: Readonly<Record<DirectionsEvent['type'], number>> = { ClaimsDirected: 1 };
