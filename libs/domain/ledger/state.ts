import { unreachable, type LocalDate } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import type { LedgerEvent } from './events';

export interface Item {
  owner: string;
  dueOn: LocalDate;
  status: 'open' | 'reported' | 'cancelled-off';
}

interface Opened {
  office: string;
  items: Readonly<Record<string, Item>>;
}

export type LedgerState =
  { status: 'unopened' } | ({ status: 'open' } & Opened) | ({ status: 'archived' } & Opened);

export const unopened: LedgerState = { status: 'unopened' };

function moved<S extends Opened>(state: S, item: string, status: Item['status']): S {
  const before = state.items[item];
  if (!before) return damagedLog(item, 'unknown item');
  return { ...state, items: { ...state.items, [item]: { ...before, status } } };
}

export function evolve(state: LedgerState, { type, data }: LedgerEvent): LedgerState {
  if (type === 'LedgerOpened') return { status: 'open', office: data.office, items: {} };
  if (state.status !== 'open') return damagedLog(type, state.status);
  switch (type) {
    case 'ItemAdded': {
      const { item, owner, dueOn } = data;
      return { ...state, items: { ...state.items, [item]: { owner, dueOn, status: 'open' } } };
    }
    case 'ItemReported':
      return moved(state, data.item, 'reported');
    case 'ItemCancelledOff':
      return moved(state, data.item, 'cancelled-off');
    case 'ItemReopened':
      return moved(state, data.item, 'open');
    case 'LedgerArchived':
      return { ...state, status: 'archived' };
    default:
      return unreachable(type);
  }
}
