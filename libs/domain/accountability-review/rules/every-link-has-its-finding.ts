import type { Verdict } from '../../decider';
import type { ReviewLink } from '../events';
import type { Found } from '../found';

/** A review ends when each link under review has its finding: fault, or no fault with reasons. */
export function everyLinkHasItsFinding(
  called: readonly ReviewLink[],
  found: Readonly<Record<string, Found>>,
): Verdict {
  const open = called.find(({ link }) => !found[link]);
  return open && { code: 'link-without-finding', facts: { link: open.link, office: open.office } };
}
