import { unreachable } from '@huiyin/kernel';
import type { Recipient, UrgentEvent } from './events';

/** One step of the way up. */
export interface Hop {
  from: string;
  to: string;
  status: 'owed' | 'told' | 'acknowledged';
}

/** `owed`: who has not been told yet; `by` reports to them. `hops`: the way up, as far as it has come. */
export type UrgentState =
  { status: 'calm' } | { status: 'urgent'; by: string; owed: readonly Recipient[]; hops: readonly Hop[] };

export const calm: UrgentState = { status: 'calm' };

export function evolveUrgent(state: UrgentState, event: UrgentEvent): UrgentState {
  const { type, data } = event;
  if (type === 'UrgencyFound')
    return { status: 'urgent', by: data.by, owed: data.reports.map(({ recipient }) => recipient), hops: [] };
  if (state.status === 'calm') return state;
  switch (type) {
    case 'UrgentReported':
      return { ...state, owed: state.owed.filter((one) => one !== data.recipient) };
    case 'ReportUpOwed':
      return { ...state, hops: [...state.hops, { from: data.from, to: data.to, status: 'owed' }] };
    case 'ReportedUp':
      return { ...state, hops: hopped(state.hops, data.from, 'told') };
    case 'ReportAcknowledged':
      return { ...state, hops: hopped(state.hops, data.from, 'acknowledged') };
    case 'UrgencyFollowedUp':
      return state;
    default:
      return unreachable(type);
  }
}

const hopped = (hops: readonly Hop[], from: string, status: Hop['status']): readonly Hop[] =>
  hops.map((hop) => (hop.from === from ? { ...hop, status } : hop));
