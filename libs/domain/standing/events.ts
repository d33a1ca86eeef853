import type { Instant, Measure, Post } from '@huiyin/policy';
import type { FAULT_KINDS, GRAVITIES } from '../accountability-review/events';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** What a rung asks for; `order` is `rung/what`, and `by` the office above, which owes it or looks at it. */
interface Ordered {
  office: string;
  pack: string;
  rung: string;
  order: string;
  by: string;
  within_days: number;
}

/** A step on what was ordered, by an office. */
interface Step {
  office: string;
  by: string;
  order: string;
}

export interface StandingEvents extends EscalatedEvents {
  FaultCounted: {
    office: string;
    pack: string;
    reviewId: string;
    caseId: string;
    kind: (typeof FAULT_KINDS)[number];
    gravity: (typeof GRAVITIES)[number];
    at: Instant;
    /** When the duty was missed; absent where the review says nothing of it. */
    happenedAt?: Instant;
    /** Confirmed faults inside the ladder's window, this one included. */
    inWindow: number;
  };
  /** It no longer counts: the finding is disputed, or was taken back. What stands is counted anew. */
  FaultSetAside: {
    office: string;
    reviewId: string;
    caseId: string;
    pack: string;
    at: Instant;
    /** Confirmed faults that are left inside the ladder's window. */
    inWindow: number;
  };
  /** What led to it no longer counts; `to`: the rung on which the office stands without it. */
  RungWithdrawn: { office: string; rung: string; to?: string; withdrawn: readonly string[]; at: Instant };
  /** What a rung asked for that was withdrawn. */
  OrderWithdrawn: { office: string; order: string };
  AwardRestored: { office: string; year: number };
  /** Among the worst of a published ranking of the offices' own duties. */
  PlacingCounted: {
    office: string;
    pack: string;
    /** `2026-Q1` or `2026-03` */
    period: string;
    /** From the bottom: 1 is the worst. */
    place: number;
    /** Where the ranking is published. */
    published: string;
    at: Instant;
    /** Placings that count together, this one included. */
    counted: number;
  };
  /** `faults` are those that count together; `placings` only where a placing led here. */
  RungReached: { office: string; pack: string; rung: string; faults: number; placings?: number; at: Instant };
  TalkOrdered: Ordered & { holders: readonly Post[]; with: readonly Post[]; collective: boolean };
  /** `year`: the local year in which it was held. */
  TalkHeld: Step & { present: readonly Post[]; record: string; year: number };
  MeasureOrdered: Ordered & { measure: Measure };
  MeasureTaken: Step & { measure: Measure; text: string };
  RectificationOrdered: Ordered;
  /** `to`: the office that looks at it. */
  RectificationReported: Step & { to: string; text: string };
  RectificationReturned: Step & { within_days: number; reasons: string };
  RectificationConfirmed: Step & { reasons: string };
  /** Talked to so often in one calendar year that there is no award for it. */
  AwardForfeited: { office: string; pack: string; year: number; talks: number };
  KeyManagementEntered: { office: string; pack: string; rung: string };
  KeyManagementLeft: { office: string; reasons: string };
  RungLeft: { office: string; rung: string; reasons: string };
  /** Good practice (典型经验): `practice` is `p1`, `p2`, … of the office. */
  PracticeNoted: { office: string; by: string; practice: string; title: string; text: string };
  /** `award` is `a1`, `a2`, … of the office; `practices` are those that it is given for. */
  AwardGranted: {
    office: string;
    by: string;
    award: string;
    name: string;
    year: number;
    reasons: string;
    practices: readonly string[];
  };
  /** `forfeited`: because the year turned out to be one without award; otherwise for the reasons given. */
  AwardRevoked: { office: string; by: string; award: string; forfeited: boolean; reasons?: string };
}

export type StandingEvent = EventOf<StandingEvents>;

/** The version that each is stored in today. */
export const standingVersions: Readonly<Record<StandingEvent['type'], number>> = {
  FaultCounted: 1,
  FaultSetAside: 1,
  RungWithdrawn: 1,
  OrderWithdrawn: 1,
  AwardRestored: 1,
  PlacingCounted: 1,
  RungReached: 1,
  TalkOrdered: 1,
  TalkHeld: 1,
  MeasureOrdered: 1,
  MeasureTaken: 1,
  RectificationOrdered: 1,
  RectificationReported: 1,
  RectificationReturned: 1,
  RectificationConfirmed: 1,
  AwardForfeited: 1,
  KeyManagementEntered: 1,
  KeyManagementLeft: 1,
  RungLeft: 1,
  PracticeNoted: 1,
  AwardGranted: 1,
  AwardRevoked: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
