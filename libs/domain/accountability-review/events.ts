import type { LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

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
/**
 * What the discipline commission says that became of a referral. `taken-up`: it looks into the matter, the result is to come.
 * `returned`: more is needed, it may be referred again. Of which kind, and in words; never on whom.
 */
export const REFERRAL_OUTCOMES = [
  'taken-up',
  'returned',
  'no-grounds',
  'admonition',
  'organisational-handling',
  'discipline',
  'passed-to-prosecution',
] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

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

/** A link of the responsibility chain: one office in one role, from when to when. */
export interface ReviewLink {
  /** As the chain names it: `owner@14`. */
  link: string;
  role: string;
  office: string;
  from: Instant;
  until?: Instant;
}

/** What every event about a finding says of it; `link` only where it is on another office than the one under review. */
interface OnFinding {
  by: string;
  /** The office that was found on. */
  office: string;
  caseId: string;
  link?: string;
}

/** A finding after a dispute. */
interface AfterDispute extends OnFinding {
  pack: string;
  finding: Finding;
  reasons: string;
  /** When the first finding was confirmed. */
  confirmedAt: Instant;
  happenedAt?: Instant;
  superior?: string;
}

/** What every event about a referral says of it. */
interface OnReferral {
  by: string;
  /** `f1`, `f2`, … */
  referral: string;
  /** The discipline commission that has it. */
  to: string;
  /** The office that reviewed, and handed it over. */
  reviewer: string;
  /** The office that was found on. */
  office: string;
  caseId: string;
}

export interface ReviewEvents extends EscalatedEvents, SuccessionEvents {
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
  /**
   * The evidence, put together from the log alone: whoever assembles it again from these streams up to this position gets the
   * same bytes, whose SHA-256 this is.
   */
  EvidenceAssembled: {
    by: string;
    caseId: string;
    format: string;
    upTo: number;
    streams: readonly string[];
    sha256: string;
    /** Whom the case is kept from (Art. 30). */
    keptFrom: readonly string[];
    /** The links under review that are other offices' than the one under review: each states its side and is found on. */
    called: readonly ReviewLink[];
  };
  SideStated: { by: string; text: string };
  LinkSideStated: { by: string; link: string; text: string };
  /** What the record alone shows; it counts for nothing until an office confirms it. */
  FindingProposed: { by: string; finding: Finding };
  /** `happenedAt`: when the duty was missed, where the evidence says so. */
  FindingConfirmed: {
    by: string;
    office: string;
    caseId: string;
    pack: string;
    happenedAt?: Instant;
    /** The office above, which is told. */
    superior?: string;
    finding: Finding;
  };
  /** The same, on a link that is another office's. */
  LinkFound: OnFinding & {
    link: string;
    pack: string;
    happenedAt?: Instant;
    superior?: string;
    finding: Finding;
  };
  /** `to`: the office that decides, another one than the first. */
  FindingDisputed: OnFinding & { to: string; text: string };
  FindingUpheld: AfterDispute;
  /** `was` stays readable beside what is found now; `cleared`: no fault is left. */
  FindingRevised: AfterDispute & { was: Finding; cleared: boolean; confirmedOn: LocalDate };
  /** What the office has to put right after a fault; `remedy`: `r1`, `r2`, … */
  RemedyOrdered: OnFinding & { remedy: string; text: string; within_days: number };
  RemedyCarriedOut: { by: string; remedy: string; text: string };
  /** Handed to discipline with what the log has to say (移送), on the finding that it rests on. */
  ReviewReferred: OnReferral & { link?: string; basis: string; reasons: string };
  /** `reference`: the number under which the discipline commission keeps it. */
  ReferralReceiptRecorded: OnReferral & { reference: string };
  /** `concluded`: nothing more is to come. */
  ReferralOutcomeRecorded: OnReferral & { outcome: ReferralOutcome; concluded: boolean; text: string };
  /** The fault that it rested on was taken back. */
  ReferralWithdrawn: OnReferral;
  ReviewClosed: { by: string; measures: string };
}

export type ReviewEvent = EventOf<ReviewEvents>;

/** The version that each is stored in today. */
export const reviewVersions: Readonly<Record<ReviewEvent['type'], number>> = {
  ReviewOpened: 1,
  EvidenceAssembled: 1,
  SideStated: 1,
  LinkSideStated: 1,
  FindingProposed: 1,
  FindingConfirmed: 1,
  LinkFound: 1,
  FindingDisputed: 1,
  FindingUpheld: 1,
  FindingRevised: 1,
  RemedyOrdered: 1,
  RemedyCarriedOut: 1,
  ReviewReferred: 1,
  ReferralReceiptRecorded: 1,
  ReferralOutcomeRecorded: 1,
  ReferralWithdrawn: 1,
  ReviewClosed: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
