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
  /** From township to county, city and province: `from`, an office of this level, owes a report to `to`, the next above. */
  ReportUpOwed: { from: string; level: string; to: string };
  /** `to` has been told, and owes its acknowledgement. */
  ReportedUp: { from: string; to: string; text: string };
  ReportAcknowledged: { from: string; by: string };
  /** 信息反馈, 续报: what has happened since, by an office that the matter has reached. */
  UrgencyFollowedUp: { by: string; text: string };
}

export type UrgentEvent = EventOf<UrgentEvents>;

export const urgentVersions: Readonly<Record<UrgentEvent['type'], number>> = {
  UrgencyFound: 1,
  UrgentReported: 1,
  ReportUpOwed: 1,
  ReportedUp: 1,
  ReportAcknowledged: 1,
  UrgencyFollowedUp: 1,
};
