import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { AdviceEvent } from './events';

interface Given {
  pack: string;
  office: string;
  adviser: string;
  breached: readonly string[];
}

export type AdviceState =
  | { status: 'ungiven' }
  | ({ status: 'given' } & Given)
  | ({ status: 'adopted' } & Given)
  | ({ status: 'refused'; explained: boolean } & Given)
  | ({ status: 'carried-out' } & Given)
  | ({ status: 'closed' } & Given);

export const ungiven: AdviceState = { status: 'ungiven' };

export function evolve(state: AdviceState, event: AdviceEvent): AdviceState {
  if (event.type === 'AdviceGiven') {
    const { pack, office, adviser } = event.data;
    return { status: 'given', pack, office, adviser, breached: [] };
  }
  if (state.status === 'ungiven') return damagedLog(event.type, state.status);
  const { pack, office, adviser, breached } = state;
  const given: Given = { pack, office, adviser, breached };
  switch (event.type) {
    case 'AdviceAdopted':
    case 'AdvicePartlyAdopted':
    case 'AdviceReturned':
      return { status: 'adopted', ...given };
    case 'AdviceRefused':
      return { status: 'refused', explained: event.data.explained, ...given };
    case 'RefusalExplained':
      return { status: 'refused', explained: true, ...given };
    case 'AdviceCarriedOut':
      return { status: 'carried-out', ...given };
    case 'AdviceClosed':
      return { status: 'closed', ...given };
    case 'OfficeReplaced': {
      const now = renamed(event.data);
      return { ...state, office: now(office), adviser: now(adviser) };
    }
    case 'DutyBreached':
      return { ...state, breached: [...breached, event.data.dutyId] };
    case 'SuperiorTold':
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(event);
  }
}
