import type { Verdict } from '../../decider';

/** Advice comes from another office than the one that is to follow it (Art. 40). */
export const anOfficeDoesNotAdviseItself = (office: string, adviser: string): Verdict =>
  office === adviser ? { code: 'own-advice', facts: { office } } : undefined;
