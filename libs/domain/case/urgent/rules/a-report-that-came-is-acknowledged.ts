import type { Verdict } from '../../../decider';
import type { WayUp } from '../state';

/** The level above acknowledges what it was told, once. */
export const aReportThatCameIsAcknowledged = ({ told }: WayUp, from: string): Verdict =>
  told.some((hop) => hop.from === from) ? undefined : { code: 'no-report-to-acknowledge', facts: { from } };
