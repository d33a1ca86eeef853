import { unreachable } from '@huiyin/kernel';
import type { DirectionsEvent } from './events';

/** Which litigation-type claims the petitioner has been shown the way for. */
export type DirectionsState = { status: 'none-given' } | { status: 'given'; claims: readonly string[] };

export const noDirections: DirectionsState = { status: 'none-given' };

export function evolveDirections(state: DirectionsState, { type, data }: DirectionsEvent): DirectionsState {
  switch (type) {
    case 'ClaimsDirected': {
      const before = state.status === 'given' ? state.claims : [];
      return {
        status: 'given',
        claims: [...new Set([...before, ...data.directions.map(({ claim }) => claim)])],
      };
    }
    default:
      return unreachable(type);
  }
}
