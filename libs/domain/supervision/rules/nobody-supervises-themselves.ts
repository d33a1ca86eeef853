import type { Verdict } from '../../decider';

/** An office does not supervise itself. */
export const nobodySupervisesThemselves = (by: string, office: string): Verdict =>
  by === office ? { code: 'own-supervision', facts: { office } } : undefined;
