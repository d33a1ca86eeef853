import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** An office comes down when everything that its rungs asked for is done. */
export function whatTheLadderAskedForComesFirst({ open }: StandingState): Verdict {
  const [order] = Object.keys(open);
  return order === undefined ? undefined : { code: 'order-open', facts: { order } };
}
