import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { MediationEvent } from './events';

export type MediationState =
  { status: 'none' } | { status: 'running' } | { status: 'agreed' } | { status: 'failed' };

export const noMediation: MediationState = { status: 'none' };

export function evolveMediation(state: MediationState, event: MediationEvent): MediationState {
  switch (event.type) {
    case 'MediationBegan':
      return state.status === 'running' ? damagedLog(event.type, state.status) : { status: 'running' };
    case 'MediationEnded':
      if (state.status !== 'running') return damagedLog(event.type, state.status);
      return { status: event.data.agreed ? 'agreed' : 'failed' };
    default:
      return unreachable(event);
  }
}
