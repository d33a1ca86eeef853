import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface LedgerEvents {
  LedgerOpened: { title: string; office: string };
  /** `item` is `i1`, `i2`, … of the ledger. */
  ItemAdded: { item: string; text: string; owner: string; dueOn: LocalDate; caseId?: string };
  ItemReported: { item: string; by: string; text: string };
  /** 销号: with evidence, by another office than the owner. */
  ItemCancelledOff: { item: string; by: string; evidence: string };
  ItemReopened: { item: string; by: string; reasons: string };
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
};
