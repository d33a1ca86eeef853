import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 人民调解、行政调解、司法调解、第三方调解 */
export const MEDIATIONS = ['people', 'administrative', 'judicial', 'third-party'] as const;

export interface MediationEvents {
  MediationBegan: { by: string; kind: (typeof MEDIATIONS)[number]; mediator: string };
  /** With an agreement, which is recorded beside it, or without one. */
  MediationEnded: { by: string; agreed: boolean; text: string };
}

export type MediationEvent = EventOf<MediationEvents>;

export const mediationVersions: Readonly<Record<MediationEvent['type'], number>> = {
  MediationBegan: 1,
  MediationEnded: 1,
};
