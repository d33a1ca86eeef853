import type { Verdict } from '../../decider';

/** What comes back on paper is written down by the office that waits for it. */
export const theReceiverOrTheReviewerRecords = (
  receiver: string,
  reviewer: string,
  acting: string | undefined,
): Verdict =>
  acting === undefined || acting === receiver || acting === reviewer
    ? undefined
    : { code: 'not-the-holder', facts: { holder: receiver, office: acting } };
