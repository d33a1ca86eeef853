import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const FAULT_KINDS = [
  'late',
  'silent',
  'unreported',
  'passed-on',
  'refused-remit',
  'perfunctory',
  'false-result',
  'leak',
  'retaliation',
  'missed-promise',
  'no-final-paperwork',
  'poor-handling',
] as const;
export const GRAVITIES = ['slight', 'ordinary', 'grave'] as const;

export interface Evidence {
  /** What happened on the case, with the position in the log as citation. */
  timeline: readonly { position: number; type: string; occurredAt: Instant; office: string }[];
  /** Which office held the case, and when; the last is without an end. */
  holders: readonly { office: string; from: Instant; until?: Instant }[];
  duty: { id: string; rule: string; owner: string; startedAt: Instant; dueAt: Instant; endedAt?: Instant };
  /** Why it was due then. */
  explanation: { zh: string; en: string };
}

export type Finding =
  | {
      outcome: 'fault';
      kind: (typeof FAULT_KINDS)[number];
      gravity: (typeof GRAVITIES)[number];
      reasons: string;
    }
  | { outcome: 'no-fault'; reasons: string };

export interface ReviewEvents extends EscalatedEvents {
  ReviewOpened: {
    pack: string;
    caseId: string;
    office: string;
    by: string;
    at: Instant;
    dutyId?: string;
    rule?: string;
    reasons: string;
    evidence?: Evidence;
  };
  SideStated: { by: string; text: string };
  /** What the record alone shows; it counts for nothing until an office confirms it. */
  FindingProposed: { by: string; finding: Finding };
  /** `happenedAt`: when the duty was missed, where the evidence says so. */
  FindingConfirmed: {
    by: string;
    office: string;
    caseId: string;
    pack: string;
    happenedAt?: Instant;
    finding: Finding;
  };
  ReviewClosed: { by: string; measures: string };
}

export type ReviewEvent = EventOf<ReviewEvents>;

/** The version that each is stored in today. */
export const reviewVersions: Readonly<Record<ReviewEvent['type'], number>> = {
  ReviewOpened: 1,
  SideStated: 1,
  FindingProposed: 1,
  FindingConfirmed: 1,
  ReviewClosed: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
