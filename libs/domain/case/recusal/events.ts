import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** An office, or an official by their account. */
export type About = { office: string; official?: never } | { official: string; office?: never };

export interface RecusalEvents {
  /** Art. 30: from now on the case is kept from it, from the offices below it and from whoever takes over from it. */
  OfficeAccused: { by: string; office: string; claim?: string };
  /** The petitioner asks that an office, or an official, stays out of it. */
  RecusalAsked: { by: string; reasons: string } & About;
  RecusalGranted: { by: string; reasons: string } & About;
  RecusalRefused: { by: string; reasons: string } & About;
  /** Art. 28: somebody with a direct interest stays out of it. */
  StaffRecused: { by: string; official: string; reasons: string };
}

export type RecusalEvent = EventOf<RecusalEvents>;

export const recusalVersions: Readonly<Record<RecusalEvent['type'], number>> = {
  OfficeAccused: 1,
  RecusalAsked: 1,
  RecusalGranted: 1,
  RecusalRefused: 1,
  StaffRecused: 1,
};
