import type { Verdict } from '../../../decider';
import type { Hop } from '../state';

/** The level above acknowledges what it was told, once. */
export const aReportThatCameIsAcknowledged = (hop: Hop | undefined, from: string): Verdict =>
  hop?.status === 'told' ? undefined : { code: 'no-report-to-acknowledge', facts: { from } };
