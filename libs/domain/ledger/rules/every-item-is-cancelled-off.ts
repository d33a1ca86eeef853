import type { Verdict } from '../../decider';
import type { Item } from '../state';

/** A ledger is archived when nothing on it is open. */
export function everyItemIsCancelledOff(items: Readonly<Record<string, Item>>): Verdict {
  const open = Object.entries(items).find(([, { status }]) => status !== 'cancelled-off');
  return open && { code: 'items-open', facts: { item: open[0], owner: open[1].owner } };
}
