import type { Verdict } from '../../../decider';
import type { MessageState } from '../state';

/** Far above any conversation: it keeps a machine from filling a file. */
export const MESSAGES_MAX = 500;

/** A request holds at most so many messages. */
export const aRequestHoldsSoManyMessages = ({ received }: MessageState): Verdict =>
  received >= MESSAGES_MAX ? { code: 'too-many-messages', facts: { most: MESSAGES_MAX } } : undefined;
