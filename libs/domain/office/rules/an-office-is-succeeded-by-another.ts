import type { Offices, Verdict } from '../../decider';

/** An office that is split, merged or abolished is succeeded by another one (Art. 24), and not by one that it succeeded. */
export const anOfficeIsSucceededByAnother = (office: string, successor: string, offices: Offices): Verdict =>
  office === successor || offices.successor(successor) === office
    ? { code: 'own-referral', facts: { office } }
    : undefined;
