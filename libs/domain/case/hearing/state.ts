import { unreachable, type LocalDate } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { HearingEvent } from './events';

export type HearingState =
  | { status: 'none' }
  | { status: 'announced'; by: string; heldOn: LocalDate }
  | { status: 'running'; by: string }
  | { status: 'held' };

export const noHearing: HearingState = { status: 'none' };

export function evolveHearing(state: HearingState, event: HearingEvent): HearingState {
  const { type, data } = event;
  const { status } = state;
  switch (type) {
    case 'HearingAnnounced':
      if (status === 'announced' || status === 'running') return damagedLog(type, status);
      return { status: 'announced', by: data.by, heldOn: data.heldOn };
    case 'HearingBegan':
      return status === 'announced' ? { status: 'running', by: data.by } : damagedLog(type, status);
    case 'HearingEnded':
      return status === 'running' ? { status: 'held' } : damagedLog(type, status);
    default:
      return unreachable(type);
  }
}
