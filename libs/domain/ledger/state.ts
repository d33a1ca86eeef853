import { unreachable, type LocalDate } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { LedgerEvent, LedgerEvents } from './events';

export interface Item {
  owner: string;
  dueOn: LocalDate;
  status: 'open' | 'reported' | 'cancelled-off';
}

interface Opened {
  office: string;
  items: Readonly<Record<string, Item>>;
  breached: readonly string[];
}

export type LedgerState =
  { status: 'unopened' } | ({ status: 'open' } & Opened) | ({ status: 'archived' } & Opened);

export const unopened: LedgerState = { status: 'unopened' };

function moved<S extends Opened>(state: S, item: string, status: Item['status']): S {
  const before = state.items[item];
  if (!before) return damagedLog(item, 'unknown item');
  return { ...state, items: { ...state.items, [item]: { ...before, status } } };
}

function reopened<S extends Opened>(state: S, { item, dueOn }: LedgerEvents['ItemReopened']): S {
  const open = moved(state, item, 'open');
  if (dueOn === undefined) return open;
  return { ...open, items: { ...open.items, [item]: { ...open.items[item]!, dueOn } } };
}

const passedOn = <S extends Opened>(state: S, now: (office: string) => string): S => ({
  ...state,
  office: now(state.office),
  items: Object.fromEntries(
    Object.entries(state.items).map(([id, item]) => [
      id,
      item.status === 'cancelled-off' ? item : { ...item, owner: now(item.owner) },
    ]),
  ),
});

/** Who keeps an open ledger, and who owns what is open in it. */
export const havingPart = ({ office, items }: Opened): readonly string[] => [
  office,
  ...Object.values(items).flatMap(({ status, owner }) => (status === 'cancelled-off' ? [] : [owner])),
];

export function evolve(state: LedgerState, { type, data }: LedgerEvent): LedgerState {
  if (type === 'LedgerOpened') return { status: 'open', office: data.office, items: {}, breached: [] };
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
      return reopened(state, data);
    case 'OfficeReplaced':
      return passedOn(state, renamed(data));
    case 'LedgerArchived':
      return { ...state, status: 'archived' };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, data.dutyId] };
    default:
      return unreachable(type);
  }
}
