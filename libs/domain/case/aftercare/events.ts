import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface AftercareEvents {
  /** 回访三问: responded? solved? satisfied? And, apart from the closing, whether the petitioner accepts the result. */
  CalledBack: { by: string; responded: boolean; solved: boolean; satisfied: boolean; accepts?: boolean };
  /** Care after closing (Art. 37). */
  ReturnVisited: { by: string; text: string; accepts?: boolean };
  CaseArchived: { by: string; number: string; keepFor_years: number };
}

export type AftercareEvent = EventOf<AftercareEvents>;

export const aftercareVersions: Readonly<Record<AftercareEvent['type'], number>> = {
  CalledBack: 1,
  ReturnVisited: 1,
  CaseArchived: 1,
};
