import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface Instalment {
  /** `a1.1`: of the first agreement the first. */
  instalment: string;
  what: string;
  dueOn: LocalDate;
  amount_yuan?: number;
}

export interface AgreementEvents {
  /** A settlement in stages (Art. 33): each instalment is owed by its own day. */
  AgreementMade: {
    by: string;
    agreement: string;
    mediated: boolean;
    text: string;
    instalments: readonly Instalment[];
  };
  InstalmentKept: { by: string; instalment: string; text: string };
}

export type AgreementEvent = EventOf<AgreementEvents>;

export const agreementVersions: Readonly<Record<AgreementEvent['type'], number>> = {
  AgreementMade: 1,
  InstalmentKept: 1,
};
