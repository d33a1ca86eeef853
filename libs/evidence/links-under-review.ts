import type { ReviewLink } from '@huiyin/domain';
import type { Instant } from '@huiyin/policy';
import type { ResponsibilityChain, Segment } from './chain';
import type { Role } from './spans';

/** Those who had the case in hand; whoever supervised or reviewed it answers for that elsewhere. */
const ANSWERABLE: readonly Role[] = ['receiver', 'owner', 'helper'];
/** Of one review: a case that went from hand to hand more often has its latest links reviewed. */
const LINKS_MAX = 200;

/**
 * The links that a review looks at: who had the case in hand in the time of the missed duty, or at any time where it is
 * about none; without the reviewing office, which does not find on itself.
 */
export const linksUnderReview = (
  { segments }: ResponsibilityChain,
  { by, duty }: { by: string; duty?: { startedAt: Instant; dueAt: Instant } | undefined },
): readonly ReviewLink[] =>
  segments
    .filter(({ role, office }) => ANSWERABLE.includes(role) && office !== by)
    .filter((segment) => !duty || overlaps(segment, duty))
    .map(({ id: link, role, office, from, until }) => ({
      ...{ link, role, office, from },
      ...(until !== undefined && { until }),
    }))
    .slice(-LINKS_MAX);

const overlaps = (
  { from, until }: Segment,
  { startedAt, dueAt }: { startedAt: Instant; dueAt: Instant },
): boolean => from < dueAt && (until === undefined || startedAt < until);
