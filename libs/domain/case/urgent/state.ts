import { unreachable } from '@huiyin/kernel';
import type { Recipient, UrgentEvent } from './events';

/** One step of the way up. */
export interface Hop {
  from: string;
  to: string;
}

/** The way up, as far as it has come: reports that are owed, that have come, and that were acknowledged. */
export interface WayUp {
  owed: readonly Hop[];
  told: readonly Hop[];
  acknowledged: readonly Hop[];
}

/** `owed`: who has not been told yet; `by` reports to them. */
export type UrgentState =
  { status: 'calm' } | { status: 'urgent'; by: string; owed: readonly Recipient[]; up: WayUp };

export const calm: UrgentState = { status: 'calm' };

const NOWHERE: WayUp = { owed: [], told: [], acknowledged: [] };

export function evolveUrgent(state: UrgentState, event: UrgentEvent): UrgentState {
  const { type, data } = event;
  if (type === 'UrgencyFound') {
    const { by, reports } = data;
    return { status: 'urgent', by, owed: reports.map(({ recipient }) => recipient), up: NOWHERE };
  }
  if (state.status === 'calm') return state;
  const { up } = state;
  switch (type) {
    case 'UrgentReported':
      return { ...state, owed: state.owed.filter((one) => one !== data.recipient) };
    case 'ReportUpOwed': {
      const { from, to } = data;
      return { ...state, up: { ...up, owed: [...up.owed, { from, to }] } };
    }
    case 'ReportedUp':
      return { ...state, up: moved(up, 'owed', 'told', data.from) };
    case 'ReportAcknowledged':
      return { ...state, up: moved(up, 'told', 'acknowledged', data.from) };
    case 'UrgencyFollowedUp':
      return state;
    default:
      return unreachable(type);
  }
}

const moved = (up: WayUp, before: keyof WayUp, after: keyof WayUp, from: string): WayUp => ({
  ...up,
  [before]: up[before].filter((hop) => hop.from !== from),
  [after]: [...up[after], ...up[before].filter((hop) => hop.from === from)],
});

/** The way up of a matter that is urgent, and none of one that is not. */
export const wayUpOf = (state: UrgentState): WayUp => (state.status === 'calm' ? NOWHERE : state.up);
