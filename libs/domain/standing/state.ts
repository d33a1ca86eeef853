import { unreachable } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { StandingEvent } from './events';

interface Counted {
  faults: readonly { reviewId: string; at: Instant }[];
}

/** An office's place on the ladder: only confirmed faults lead up, and there is a way back down. */
export type StandingState = ({ status: 'clear' } & Counted) | ({ status: 'on-rung'; rung: string } & Counted);

export const clear: StandingState = { status: 'clear', faults: [] };

export function evolve(state: StandingState, event: StandingEvent): StandingState {
  switch (event.type) {
    case 'FaultCounted':
      return { ...state, faults: [...state.faults, { reviewId: event.data.reviewId, at: event.data.at }] };
    case 'RungReached':
      return { status: 'on-rung', rung: event.data.rung, faults: state.faults };
    case 'RungLeft':
      return { status: 'clear', faults: state.faults };
    default:
      return unreachable(event);
  }
}
