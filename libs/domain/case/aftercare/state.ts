import { unreachable } from '@huiyin/kernel';
import type { AftercareEvent } from './events';

/** `accepts`: what the petitioner said last of the result, if anything. */
export interface AftercareState {
  status: 'open' | 'archived';
  accepts?: boolean;
}

export const noAftercare: AftercareState = { status: 'open' };

export function evolveAftercare(state: AftercareState, event: AftercareEvent): AftercareState {
  const { type, data } = event;
  switch (type) {
    case 'CalledBack':
    case 'ReturnVisited':
      return data.accepts === undefined ? state : { ...state, accepts: data.accepts };
    case 'CaseArchived':
      return { ...state, status: 'archived' };
    default:
      return unreachable(type);
  }
}
