import type { Verdict } from '../../../decider';

const REPRESENTATIVES_MAX = 5;

/** A joint visit names at most five representatives (Art. 20). */
export const aJointVisitNamesAtMostFive = (channel: string, representatives: number): Verdict =>
  channel === 'visit' && representatives > REPRESENTATIVES_MAX
    ? { code: 'too-many-representatives', facts: { representatives } }
    : undefined;
