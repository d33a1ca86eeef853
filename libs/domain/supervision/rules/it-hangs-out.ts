import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** What hangs out is not listed again, and only that is delisted. */
export const itHangsOut = ({ parts: { listing } }: Under, asked: boolean): Verdict =>
  (listing.status === 'listed') === asked ? undefined : { code: asked ? 'not-listed' : 'listed-already' };
