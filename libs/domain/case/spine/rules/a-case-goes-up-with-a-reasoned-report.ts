import type { Offices, Verdict } from '../../../decider';

const LEVELS_MAX = 10;

/** A case goes up to an office above only with a reasoned report by the office itself (不得上交矛盾). */
export const aCaseGoesUpWithAReasonedReport = (
  offices: Offices,
  from: string,
  to: string,
  report: string | undefined,
): Verdict =>
  report === undefined && isAbove(offices, to, from) ? { code: 'report-missing', facts: { to } } : undefined;

function isAbove(offices: Offices, above: string, office: string): boolean {
  let present: string | undefined = office;
  for (let level = 0; level < LEVELS_MAX && present !== undefined; level++) {
    present = offices.superior(present);
    if (present === above) return true;
  }
  return false;
}
