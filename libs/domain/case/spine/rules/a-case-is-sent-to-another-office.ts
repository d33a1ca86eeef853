import type { Verdict } from '../../../decider';

/** A case is sent to another office than the one that sends it. */
export const aCaseIsSentToAnotherOffice = (from: string, to: string): Verdict =>
  from === to ? { code: 'own-referral', facts: { office: to } } : undefined;
