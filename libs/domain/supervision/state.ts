import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import type { SupervisionEvent } from './events';

interface Ordered {
  office: string;
  by: string;
  breached: readonly string[];
}

export type SupervisionState =
  | { status: 'unordered' }
  | ({ status: 'ordered' } & Ordered)
  | ({ status: 'replied' } & Ordered)
  | ({ status: 'closed' } & Ordered);

export const unordered: SupervisionState = { status: 'unordered' };

export function evolve(state: SupervisionState, event: SupervisionEvent): SupervisionState {
  if (event.type === 'SupervisionOrdered') {
    return { status: 'ordered', office: event.data.office, by: event.data.by, breached: [] };
  }
  if (state.status === 'unordered') return damagedLog(event.type, state.status);
  switch (event.type) {
    case 'SupervisionReplied':
      return { ...state, status: 'replied' };
    case 'SupervisionClosed':
      return { ...state, status: 'closed' };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, event.data.dutyId] };
    default:
      return unreachable(event);
  }
}
