import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const GRADES = ['excellent', 'good', 'adequate', 'poor'] as const;

/** 第三十九条: the petition work of an office is assessed each year by the level above it. */
export interface AssessmentEvents extends EscalatedEvents, SuccessionEvents {
  AssessmentOpened: {
    pack: string;
    by: string;
    year: number;
    /** The last instant of the year: the periods run from here. */
    yearEndsAt: Instant;
    /** `assessed` is `2026/housing`. */
    offices: readonly { office: string; assessed: string }[];
  };
  /** Of an office and its work on duties, never of a person or a number of petitions. */
  OfficeAssessed: {
    by: string;
    office: string;
    year: number;
    assessed: string;
    grade: (typeof GRADES)[number];
    findings: string;
  };
}

export type AssessmentEvent = EventOf<AssessmentEvents>;

/** The version that each is stored in today. */
export const assessmentVersions: Readonly<Record<AssessmentEvent['type'], number>> = {
  AssessmentOpened: 1,
  OfficeAssessed: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
