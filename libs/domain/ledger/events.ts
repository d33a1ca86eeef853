import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface LedgerEvents extends EscalatedEvents, SuccessionEvents {
  /** `pack` governs its clocks; a ledger of before has none. */
  LedgerOpened: { pack?: string; title: string; office: string };
  /** `item` is `i1`, `i2`, … of the ledger. */
  ItemAdded: { item: string; text: string; owner: string; dueOn: LocalDate; caseId?: string };
  ItemReported: { item: string; by: string; text: string };
  /** 销号: with evidence, by another office than the owner. */
  ItemCancelledOff: { item: string; by: string; evidence: string };
  /** Its owner owes it anew, by `dueOn`. */
  ItemReopened: { item: string; by: string; reasons: string; owner?: string; dueOn?: LocalDate };
  LedgerArchived: { by: string; number: string };
}

export type LedgerEvent = EventOf<LedgerEvents>;

/** The version that each is stored in today. */
export const ledgerVersions: Readonly<Record<LedgerEvent['type'], number>> = {
  LedgerOpened: 1,
  ItemAdded: 1,
  ItemReported: 1,
  ItemCancelledOff: 1,
  ItemReopened: 1,
  LedgerArchived: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
