import type { Verdict } from '../../decider';
import type { Found } from '../found';

/** What a second office has decided stands. */
export const aFindingIsDisputedOnce = ({ dispute }: Found): Verdict =>
  dispute === undefined ? undefined : { code: 'disputed-already' };
