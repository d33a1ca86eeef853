import type { Verdict } from '../../../decider';
import type { AftercareState } from '../state';

/** A file is archived once. */
export const aFileIsArchivedOnce = ({ status }: AftercareState): Verdict =>
  status === 'archived' ? { code: 'already-archived' } : undefined;
