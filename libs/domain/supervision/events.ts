import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const TRIGGERS = [
  'breach',
  'passing-on',
  'perfunctory',
  'delay',
  'false-result',
  'refused-opinion',
  'repeats',
  'joint-letter',
  'instruction',
  'handed-down',
] as const;

export interface SupervisionEvents extends EscalatedEvents {
  SupervisionOrdered: {
    pack: string;
    caseId: string;
    office: string;
    /** The overseer: the office that orders. */
    by: string;
    trigger: (typeof TRIGGERS)[number];
    dutyId?: string;
    rule?: string;
    dueAt?: Instant;
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
