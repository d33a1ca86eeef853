import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** What is ticked is on the checklist, and was not ticked before. */
export function anItemIsTickedThatIsOpen({ parts: { checklist } }: Under, items: readonly string[]): Verdict {
  const unknown = items.find((item) => !checklist.unticked.includes(item));
  return unknown === undefined ? undefined : { code: 'checklist-item-unknown', facts: { item: unknown } };
}
