import type { CaseStatus, ReviewState, SupervisionState } from '@huiyin/domain';
import { z } from 'zod';

/** Of every status one entry: the compiler names the one that is missing. */
const oneOf = <Status extends string>(all: Readonly<Record<Status, true>>) =>
  z.enum(Object.keys(all) as Status[]).optional();

/* What a list can be narrowed to. A text that is none of them would find nothing, as if nothing were there. */

export const caseStatus = oneOf<Exclude<CaseStatus, 'unregistered'>>({
  registered: true,
  sorted: true,
  directed: true,
  sent: true,
  acknowledged: true,
  objected: true,
  accepted: true,
  answered: true,
  closed: true,
  merged: true,
  'closed-with-lead': true,
  struck: true,
});

export const supervisionStatus = oneOf<Exclude<SupervisionState['status'], 'unordered'>>({
  ordered: true,
  acknowledged: true,
  replied: true,
  closed: true,
});

export const reviewStatus = oneOf<Exclude<ReviewState['status'], 'unopened'>>({
  opened: true,
  proposed: true,
  confirmed: true,
  closed: true,
});

export const instructionStatus = oneOf<'given' | 'reported' | 'returned' | 'done'>({
  given: true,
  reported: true,
  returned: true,
  done: true,
});
