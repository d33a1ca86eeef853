import type { Instant, SupervisionTrigger } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface SupervisionEvents extends EscalatedEvents {
  SupervisionOrdered: {
    pack: string;
    caseId: string;
    office: string;
    /** The overseer: the office that orders. */
    by: string;
    trigger: SupervisionTrigger;
    dutyId?: string;
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
  SupervisionReplied: { by: string; text: string };
  SupervisionClosed: { by: string; solved: boolean; reasons: string };
}

export type SupervisionEvent = EventOf<SupervisionEvents>;

/** The version that each is stored in today. */
export const supervisionVersions: Readonly<Record<SupervisionEvent['type'], number>> = {
  SupervisionOrdered: 1,
  SupervisionReplied: 1,
  SupervisionClosed: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
