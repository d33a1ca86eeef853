import { unreachable } from '@huiyin/kernel';
import type { Instant, Measure, Post } from '@huiyin/policy';
import { damagedLog } from '../damaged-log';
import type { StandingEvent, StandingEvents } from './events';

/** Ordered by a rung and not done yet. */
export interface Order {
  order: string;
  rung: string;
  by: string;
  what: 'talk' | 'rectification' | Measure;
  /** Who takes part in a talk. */
  posts?: readonly Post[];
  /** The office says that it has put things right; the office above has not looked yet. */
  reported?: true;
}

interface Kept {
  faults: readonly { reviewId: string; at: Instant; happenedAt?: Instant }[];
  placings: readonly { period: string; at: Instant }[];
  /** Talks that were held: the local year, and the rung that asked for it. */
  talks: readonly { year: number; rung: string }[];
  /** By its name, `rung/what`. */
  open: Readonly<Record<string, Order>>;
  keyManagement: boolean;
  noAwardIn: readonly number[];
  practices: readonly string[];
  awards: Readonly<Record<string, { year: number; by: string; status: 'granted' | 'revoked' }>>;
  breached: readonly string[];
}

/** An office's place on the ladder: confirmed faults and duty ranks lead up, and there is a way back down. */
export type StandingState =
  ({ status: 'clear' } & Kept) | ({ status: 'on-rung'; rung: string; pack: string } & Kept);

export const clear: StandingState = {
  status: 'clear',
  faults: [],
  placings: [],
  talks: [],
  open: {},
  keyManagement: false,
  noAwardIn: [],
  practices: [],
  awards: {},
  breached: [],
};

const ordered = (state: StandingState, order: Order): StandingState => ({
  ...state,
  open: { ...state.open, [order.order]: order },
});

function done(state: StandingState, order: string): StandingState {
  const { [order]: _, ...open } = state.open;
  return { ...state, open };
}

function reported(state: StandingState, name: string, isReported: boolean): StandingState {
  const known = state.open[name];
  if (!known) return state;
  const { reported: _, ...order } = known;
  return ordered(state, isReported ? { ...order, reported: true } : order);
}

function cleared(state: StandingState): StandingState {
  if (state.status === 'clear') return state;
  const { rung: _, pack: __, ...kept } = state;
  return { ...kept, status: 'clear' };
}

function withdrawn(
  state: StandingState,
  { to, withdrawn: gone }: StandingEvents['RungWithdrawn'],
): StandingState {
  const kept = { ...state, talks: state.talks.filter(({ rung }) => !gone.includes(rung)) };
  if (kept.status === 'clear') return kept;
  return to === undefined ? cleared(kept) : { ...kept, rung: to };
}

export function evolve(state: StandingState, event: StandingEvent): StandingState {
  switch (event.type) {
    case 'FaultCounted': {
      const { reviewId, at, happenedAt } = event.data;
      return { ...state, faults: [...state.faults, { reviewId, at, ...(happenedAt && { happenedAt }) }] };
    }
    case 'FaultSetAside':
      return { ...state, faults: state.faults.filter(({ reviewId }) => reviewId !== event.data.reviewId) };
    case 'RungWithdrawn':
      return withdrawn(state, event.data);
    case 'OrderWithdrawn':
      return done(state, event.data.order);
    case 'AwardRestored':
      return { ...state, noAwardIn: state.noAwardIn.filter((year) => year !== event.data.year) };
    case 'PlacingCounted':
      return { ...state, placings: [...state.placings, { period: event.data.period, at: event.data.at }] };
    case 'RungReached':
      return { ...state, status: 'on-rung', rung: event.data.rung, pack: event.data.pack };
    case 'TalkOrdered': {
      const { order, rung, by, holders, with: talkedTo } = event.data;
      return ordered(state, { order, rung, by, what: 'talk', posts: [...holders, ...talkedTo] });
    }
    case 'MeasureOrdered': {
      const { order, rung, by, measure } = event.data;
      return ordered(state, { order, rung, by, what: measure });
    }
    case 'RectificationOrdered': {
      const { order, rung, by } = event.data;
      return ordered(state, { order, rung, by, what: 'rectification' });
    }
    case 'TalkHeld': {
      const { order, year } = event.data;
      return { ...done(state, order), talks: [...state.talks, { year, rung: order.split('/')[0]! }] };
    }
    case 'MeasureTaken':
    case 'RectificationConfirmed':
      return done(state, event.data.order);
    case 'RectificationReported':
      return reported(state, event.data.order, true);
    case 'RectificationReturned':
      return reported(state, event.data.order, false);
    case 'AwardForfeited':
      return { ...state, noAwardIn: [...new Set([...state.noAwardIn, event.data.year])] };
    case 'KeyManagementEntered':
      return { ...state, keyManagement: true };
    case 'KeyManagementLeft':
      return { ...state, keyManagement: false };
    case 'RungLeft':
      return cleared(state);
    case 'PracticeNoted':
      return { ...state, practices: [...state.practices, event.data.practice] };
    case 'AwardGranted': {
      const { award, year, by } = event.data;
      return { ...state, awards: { ...state.awards, [award]: { year, by, status: 'granted' } } };
    }
    case 'AwardRevoked': {
      const { award } = event.data;
      const before = state.awards[award];
      if (!before) return damagedLog(award, 'unknown award');
      return { ...state, awards: { ...state.awards, [award]: { ...before, status: 'revoked' } } };
    }
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, event.data.dutyId] };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(event);
  }
}
