import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 改进工作、完善政策、追究责任 (Art. 40) */
export const ADVICE_KINDS = ['improve-work', 'improve-policy', 'pursue-responsibility'] as const;

/** What the advice rests on: a case, and in it the review or the events, by their positions in the log. */
export interface Ground {
  caseId: string;
  reviewId?: string;
  positions?: readonly number[];
}

/** `office` was advised, `adviser` is the petition department that advised it; `by` is the one of them that acts. */
interface Between {
  office: string;
  adviser: string;
  by: string;
}

export interface AdviceEvents extends EscalatedEvents, SuccessionEvents {
  AdviceGiven: Between & {
    pack: string;
    kind: (typeof ADVICE_KINDS)[number];
    text: string;
    reasons: string;
    grounds: readonly Ground[];
  };
  /** The office adopts it and says how, within so many days. */
  AdviceAdopted: Between & { plan: string; within_days?: number };
  /** `plan` is what it adopts, `reasons` why not the rest. */
  AdvicePartlyAdopted: Between & { plan: string; reasons: string; within_days?: number };
  /** Without reasons only where the pack lets them follow; `explained` says which. */
  AdviceRefused: Between & { explained: boolean; reasons?: string };
  RefusalExplained: Between & { reasons: string };
  /** `evidence`: what shows it, one line each. */
  AdviceCarriedOut: Between & { text: string; evidence: readonly string[] };
  /** The adviser has looked, and there is more to do. */
  AdviceReturned: Between & { reasons: string; within_days: number };
  AdviceClosed: Between & {
    outcome: 'carried-out' | 'refusal-noted' | 'withdrawn';
    reasons: string;
  };
  /** The office missed what it owes; the one above it is told. */
  SuperiorTold: Omit<Between, 'by'> & { superior: string; dutyId: string; rule: string; dueAt: Instant };
}

export type AdviceEvent = EventOf<AdviceEvents>;

/** The version that each is stored in today. */
export const adviceVersions: Readonly<Record<AdviceEvent['type'], number>> = {
  AdviceGiven: 1,
  AdviceAdopted: 1,
  AdvicePartlyAdopted: 1,
  AdviceRefused: 1,
  RefusalExplained: 1,
  AdviceCarriedOut: 1,
  AdviceReturned: 1,
  AdviceClosed: 1,
  SuperiorTold: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
