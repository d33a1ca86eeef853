import type { Verdict } from '../../decider';
import type { BulletinState } from '../state';

/** One for each kind, office and date: what went out is never replaced. */
export const aBulletinIsIssuedOnce = ({ status }: BulletinState): Verdict =>
  status === 'issued' ? { code: 'already-exists' } : undefined;
