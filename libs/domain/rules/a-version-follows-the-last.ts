import type { Verdict } from '../decider';

/** A pack or calendar is superseded by a later version, never edited; a fresh log may begin with any. */
export const aVersionFollowsTheLast = (last: number, version: number): Verdict =>
  version > last ? undefined : { code: 'version-not-next', facts: { last, version } };
