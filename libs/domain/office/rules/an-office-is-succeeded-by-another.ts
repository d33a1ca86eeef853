import type { Verdict } from '../../decider';

/** An office that is split, merged or abolished is succeeded by another office (Art. 24). */
export const anOfficeIsSucceededByAnother = (office: string, successor: string): Verdict =>
  office === successor ? { code: 'own-referral', facts: { office } } : undefined;
