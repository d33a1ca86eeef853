import type { Verdict } from '../../../decider';
import type { MessageState } from '../state';

/** A message is as public as the request that it adds to: it is taken only where that was filed in public. */
export const messagesAreForPublicRequests = ({ status }: MessageState): Verdict =>
  status === 'closed' ? { code: 'not-a-public-request' } : undefined;
