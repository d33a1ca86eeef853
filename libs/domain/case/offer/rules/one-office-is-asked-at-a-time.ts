import type { Verdict } from '../../../decider';
import type { OfferState } from '../state';

/** An office that was asked to handle a case answers before another is asked (Art. 24). */
export const oneOfficeIsAskedAtATime = (offer: OfferState): Verdict =>
  offer.status === 'offered' ? { code: 'handling-offered', facts: { office: offer.to } } : undefined;
