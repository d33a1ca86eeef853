import type { Verdict } from '../../decider';

/** Good practice is noted, and an award given, by another office. */
export const anOfficeDoesNotHonourItself = (office: string, by: string): Verdict =>
  office === by ? { code: 'own-award', facts: { office } } : undefined;
