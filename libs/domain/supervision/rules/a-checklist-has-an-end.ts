import type { Verdict } from '../../decider';
import { ITEMS_MAX } from '../commands';
import type { Under } from '../state';

/** A checklist holds so many items. */
export const aChecklistHasAnEnd = ({ parts: { checklist } }: Under): Verdict =>
  checklist.unticked.length + checklist.ticked.length < ITEMS_MAX
    ? undefined
    : { code: 'checklist-full', facts: { items: ITEMS_MAX } };
