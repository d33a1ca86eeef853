import type { Verdict } from '../../../decider';
import type { RecordState } from '../state';

/** A dispute is settled once, while it is open. */
export const aDisputeIsSettledWhileItIsOpen = (
  { openDisputes }: RecordState,
  dispute: string | undefined,
): Verdict =>
  dispute === undefined || openDisputes.some((one) => one.dispute === dispute)
    ? undefined
    : { code: 'dispute-unknown', facts: { dispute } };
