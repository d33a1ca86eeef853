import type { PolicyPack } from '@huiyin/policy';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface PolicyEvents {
  /** A pack once adopted is never edited, only superseded by its next version. */
  PolicyAdopted: { pack: PolicyPack };
}

export type PolicyEvent = EventOf<PolicyEvents>;

/** The version that each is stored in today. */
export const policyVersions: Readonly<Record<PolicyEvent['type'], number>> = { PolicyAdopted: 1 };
