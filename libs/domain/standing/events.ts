import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { FAULT_KINDS, GRAVITIES } from '../accountability-review/events';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface StandingEvents {
  FaultCounted: {
    office: string;
    pack: string;
    reviewId: string;
    caseId: string;
    kind: (typeof FAULT_KINDS)[number];
    gravity: (typeof GRAVITIES)[number];
    at: Instant;
    /** Confirmed faults inside the ladder's window, this one included. */
    inWindow: number;
  };
  RungReached: { office: string; pack: string; rung: string; faults: number; at: Instant };
  RungLeft: { office: string; rung: string; reasons: string };
}

export type StandingEvent = EventOf<StandingEvents>;

/** The version that each is stored in today. */
export const standingVersions: Readonly<Record<StandingEvent['type'], number>> = {
  FaultCounted: 1,
  RungReached: 1,
  RungLeft: 1,
};
