import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const GRADES = ['grave', 'urgent'] as const;

/** 本级党委、本级政府、联席会议办公室、上一级信访部门、国家信访局 */
export const RECIPIENTS = [
  'party',
  'government',
  'joint-conference',
  'petition-department-above',
  'national-petition-department',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

export interface UrgentEvents {
  /** Art. 25: the matter is grave or urgent, and each of these is told of it at once. */
  UrgencyFound: {
    by: string;
    grade: (typeof GRADES)[number];
    reasons: string;
    reports: readonly { recipient: Recipient }[];
  };
  UrgentReported: { by: string; recipient: Recipient; text: string };
}

export type UrgentEvent = EventOf<UrgentEvents>;

export const urgentVersions: Readonly<Record<UrgentEvent['type'], number>> = {
  UrgencyFound: 1,
  UrgentReported: 1,
};
