import type { Verdict } from '../../../decider';

const REPRESENTATIVES_MAX = 5;
/** In person: at the reception office, or at a leader's reception. */
const IN_PERSON = ['visit', 'reception'];

/** A joint visit names at most five representatives (Art. 20). */
export const aJointVisitNamesAtMostFive = (channel: string, representatives: number): Verdict =>
  IN_PERSON.includes(channel) && representatives > REPRESENTATIVES_MAX
    ? { code: 'too-many-representatives', facts: { representatives } }
    : undefined;
