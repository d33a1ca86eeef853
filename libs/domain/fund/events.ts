import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface FundEvents extends EscalatedEvents, SuccessionEvents {
  /** `pack` governs its clocks; a fund of before has none. */
  FundOpened: { pack?: string; name: string; office: string; budget_yuan: number };
  FundToppedUp: { by: string; amount_yuan: number };
  /** `request` is `r1`, `r2`, … of the fund. */
  ReliefRequested: { request: string; caseId: string; by: string; amount_yuan: number; reasons: string };
  ReliefApproved: { request: string; by: string; approvedBy: string; amount_yuan: number };
  ReliefRefused: { request: string; by: string; reasons: string };
  ReliefPaid: { request: string; by: string; receipt: string };
}

export type FundEvent = EventOf<FundEvents>;

/** The version that each is stored in today. */
export const fundVersions: Readonly<Record<FundEvent['type'], number>> = {
  FundOpened: 1,
  FundToppedUp: 1,
  ReliefRequested: 1,
  ReliefApproved: 1,
  ReliefRefused: 1,
  ReliefPaid: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
