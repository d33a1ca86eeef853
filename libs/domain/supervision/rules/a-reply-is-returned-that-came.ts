import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** Only a reply that has come is returned. */
export const aReplyIsReturnedThatCame = ({ status }: Under): Verdict =>
  status === 'replied' ? undefined : { code: 'wrong-state', facts: { status } };
