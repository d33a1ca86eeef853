import { deterministicId } from '@huiyin/kernel';

/** Whose key seals what is personal in a case: the petitioner's, or one that the case has for itself. */
export const subjectOf = (caseId: string, { subject }: { subject?: string }): string =>
  subject ?? deterministicId('petitioner', caseId);

/** The same, from the data of the event that registered the case. */
export const subjectOfCase = (caseId: string, registered: unknown): string =>
  subjectOf(caseId, (registered as { petitioner?: { subject: string } }).petitioner ?? {});
