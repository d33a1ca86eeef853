import type { Verdict } from '../decider';

/** A pack or calendar is superseded by its next version, never edited. */
export const aVersionFollowsTheLast = (last: number, version: number): Verdict =>
  version === last + 1 ? undefined : { code: 'version-not-next', facts: { last, version } };
