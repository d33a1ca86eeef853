import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** An order is closed as solved when everything on its checklist has been looked at. */
export const everyItemIsTicked = ({ parts: { checklist } }: Under): Verdict =>
  checklist.status === 'looked-at'
    ? undefined
    : { code: 'checklist-open', facts: { items: checklist.unticked.join(', ') } };
