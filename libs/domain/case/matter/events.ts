import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface MatterEvents {
  /** `repeat`: the same matter came again (重复件); it is the matter that is counted, never who brings it. */
  CaseLinked: { by: string; to: string; as: 'repeat' | 'related'; reasons?: string };
}

export type MatterEvent = EventOf<MatterEvents>;

export const matterVersions: Readonly<Record<MatterEvent['type'], number>> = { CaseLinked: 1 };
