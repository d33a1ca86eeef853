import type { Post } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import type { Order } from '../state';

/** A talk is held by whom the ladder names, with whom it names: a deputy does not stand in. */
export function thoseWhomTheLadderNamesTakePart({ posts = [] }: Order, present: readonly Post[]): Verdict {
  const missing = posts.find((post) => !present.includes(post));
  return missing === undefined ? undefined : { code: 'post-missing', facts: { post: missing } };
}
