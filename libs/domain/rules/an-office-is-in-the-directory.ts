import type { Offices, Verdict } from '../decider';

/** A case is only given to an office that is in the directory: every case has an owner. */
export const anOfficeIsInTheDirectory = (offices: Offices, office: string): Verdict =>
  offices.has(office) ? undefined : { code: 'office-unknown', facts: { office } };
