import type { Offices, Verdict } from '../../../decider';

/** Whether what the office has received may stay with it: a petition department sends and assigns (Art. 22). */
export const mayKeep = (offices: Pick<Offices, 'kind'>, office: string): boolean =>
  ![undefined, 'petition-department'].includes(offices.kind(office));

/** An office keeps what is for itself to handle (Art. 23); a petition department sends it to another (Art. 22). */
export const aPetitionDepartmentHandlesNothingItself = (
  offices: Offices,
  from: string,
  to: string,
): Verdict =>
  from !== to || mayKeep(offices, from) ? undefined : { code: 'own-referral', facts: { office: to } };
