import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import { keptFromAfter } from '../../kept-from';
import type { About, RecusalEvent } from './events';

interface Kept {
  /** Offices, and `staff` of officials, that never handle the case and never see it. */
  keptFrom: readonly string[];
}

export type RecusalState = ({ status: 'none-asked' } & Kept) | ({ status: 'asked'; about: About } & Kept);

export const noneAsked: RecusalState = { status: 'none-asked', keptFrom: [] };

const aboutOf = ({ office, official }: { office?: string; official?: string }): About =>
  office === undefined ? { official: official! } : { office };

export function evolveRecusal(state: RecusalState, event: RecusalEvent): RecusalState {
  const keptFrom = keptFromAfter(state.keptFrom, event);
  switch (event.type) {
    case 'OfficeAccused':
    case 'StaffRecused':
      return { ...state, keptFrom };
    case 'RecusalAsked':
      return { status: 'asked', about: aboutOf(event.data), keptFrom };
    case 'RecusalGranted':
    case 'RecusalRefused':
      return state.status === 'asked'
        ? { status: 'none-asked', keptFrom }
        : damagedLog(event.type, state.status);
    default:
      return unreachable(event);
  }
}
