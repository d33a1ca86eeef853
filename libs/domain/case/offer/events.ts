import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface OfferEvents {
  /** Art. 24: several offices are concerned, and the one that has the case asks another to handle it. */
  HandlingOffered: { by: string; to: string; reasons: string };
  /** Both agree: whoever was asked has the case, and its clocks run on. */
  HandlingTaken: { by: string; from: string };
  HandlingDeclined: { by: string; from: string; reasons: string };
}

export type OfferEvent = EventOf<OfferEvents>;

export const offerVersions: Readonly<Record<OfferEvent['type'], number>> = {
  HandlingOffered: 1,
  HandlingTaken: 1,
  HandlingDeclined: 1,
};
