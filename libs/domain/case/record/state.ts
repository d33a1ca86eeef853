import { unreachable } from '@huiyin/kernel';
import type { RecordEvent } from './events';

export interface RecordState {
  status: 'undisputed' | 'disputed';
  /** So far. */
  disputes: number;
  /** Those that nobody has settled, with who raised them. */
  openDisputes: readonly { dispute: string; from: 'petitioner' | 'office' }[];
}

export const undisputed: RecordState = { status: 'undisputed', disputes: 0, openDisputes: [] };

export function evolveRecord(state: RecordState, event: RecordEvent): RecordState {
  const { type, data } = event;
  switch (type) {
    case 'RecordDisputed': {
      const { dispute, from } = data;
      const openDisputes = [...state.openDisputes, { dispute, from }];
      return { status: 'disputed', disputes: state.disputes + 1, openDisputes };
    }
    case 'QueryCodeReissued':
    case 'PersonalRead':
    case 'RecordCorrected':
      return state;
    case 'DisputeSettled': {
      const openDisputes = state.openDisputes.filter(({ dispute }) => dispute !== data.dispute);
      return { ...state, status: openDisputes.length > 0 ? 'disputed' : 'undisputed', openDisputes };
    }
    default:
      return unreachable(type);
  }
}
