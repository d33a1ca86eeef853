import type { Offices, Verdict } from '../decider';
import { isKeptFrom } from '../kept-from';

/** What of a case an order or a review by hand looks at. */
export interface CaseLooked {
  status: string;
  parts?: { recusal?: { keptFrom: readonly string[] } };
}

export const keptFromOfCase = (looked: CaseLooked | undefined): readonly string[] =>
  looked?.parts?.recusal?.keptFrom ?? [];

/** Supervised and reviewed is a case that there is, and not by an office that the case is kept from (Art. 30). */
export function theAccusedDoNotLookIntoIt(
  by: string,
  caseId: string,
  looked: CaseLooked | undefined,
  offices: Offices,
): Verdict {
  if (looked === undefined) return { code: 'case-unknown', facts: { case: caseId } };
  return isKeptFrom(by, keptFromOfCase(looked), offices)
    ? { code: 'accused-office', facts: { office: by } }
    : undefined;
}
