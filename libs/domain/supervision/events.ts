import type { Instant, SupervisionTrigger } from '@huiyin/policy';
import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface SupervisionEvents extends EscalatedEvents, SuccessionEvents {
  SupervisionOrdered: {
    pack: string;
    caseId: string;
    office: string;
    /** The overseer: the office that orders. */
    by: string;
    trigger: SupervisionTrigger;
    dutyId?: string;
    /** The stream that carries the duty, where it is another than the case: `fund-…`, `ledger-…`. */
    account?: string;
    rule?: string;
    dueAt?: Instant;
    /** The threshold of the pack that was reached, and the how-manieth time on this case. */
    threshold?: string;
    occurrence?: number;
    /** Positions in the log of the events that it rests on. */
    cites?: readonly number[];
    /** Why, where somebody judged so. */
    reasons?: string;
    /** For the reply; otherwise as the pack says. */
    replyWithin_days?: number;
    /** What is looked at before it is closed as solved: ids in the pack. */
    checklist?: readonly string[];
  };
  /** The office has it in hand; the reply stays owed. */
  SupervisionAcknowledged: { by: string };
  SupervisionReplied: { by: string; text: string };
  /** The reply does not do: another one is owed. */
  ReplyReturned: { by: string; office: string; reasons: string; replyWithin_days?: number };
  /** `x1`, `x2`, … beside those of the pack. */
  ChecklistItemAdded: { by: string; item: string; text: string };
  /** Looked at by the overseer; `evidence` says how it shows. */
  ChecklistTicked: { by: string; items: readonly string[]; evidence: string };
  SiteVisitPlanned: { by: string; visit: string; on: LocalDate; announced: boolean };
  SiteVisitReported: { by: string; visit: string; text: string };
  /** 挂牌督办: it hangs out until it is solved, by a day. */
  SupervisionListed: { by: string; office: string; until: LocalDate; reasons: string };
  SupervisionDelisted: { by: string; reasons: string };
  /** Solved, as the overseer confirms; otherwise overruled, for these reasons. */
  SupervisionClosed: { by: string; solved: boolean; reasons: string };
}

export type SupervisionEvent = EventOf<SupervisionEvents>;

/** The version that each is stored in today. */
export const supervisionVersions: Readonly<Record<SupervisionEvent['type'], number>> = {
  SupervisionOrdered: 1,
  SupervisionAcknowledged: 1,
  SupervisionReplied: 1,
  ReplyReturned: 1,
  ChecklistItemAdded: 1,
  ChecklistTicked: 1,
  SiteVisitPlanned: 1,
  SiteVisitReported: 1,
  SupervisionListed: 1,
  SupervisionDelisted: 1,
  SupervisionClosed: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
