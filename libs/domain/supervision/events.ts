import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';

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

export interface SupervisionEvents {
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
  OfficeReminded: { dutyId: string; rule: string; office: string; dueAt: Instant };
  DutyBreached: { dutyId: string; rule: string; office: string; overseer: string; dueAt: Instant };
}

export type SupervisionEvent = EventOf<SupervisionEvents>;
