import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const DELIVERIES = ['written', 'on-the-spot', 'phone', 'message', 'public-notice'] as const;

export interface FulfilmentEvents {
  /** Done, and the petitioner knows: the period for asking a review runs from here (Art. 35). */
  AnswerDelivered: { by: string; how: (typeof DELIVERIES)[number] };
  /** What the opinion supports is carried out (Art. 32). */
  ClaimCarriedOut: { by: string; claim: string; text: string };
}

export type FulfilmentEvent = EventOf<FulfilmentEvents>;

export const fulfilmentVersions: Readonly<Record<FulfilmentEvent['type'], number>> = {
  AnswerDelivered: 1,
  ClaimCarriedOut: 1,
};
