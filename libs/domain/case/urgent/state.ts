import { unreachable } from '@huiyin/kernel';
import type { Recipient, UrgentEvent } from './events';

/** `owed`: who has not been told yet; `by` reports to them. */
export type UrgentState = { status: 'calm' } | { status: 'urgent'; by: string; owed: readonly Recipient[] };

export const calm: UrgentState = { status: 'calm' };

export function evolveUrgent(state: UrgentState, event: UrgentEvent): UrgentState {
  const { type, data } = event;
  switch (type) {
    case 'UrgencyFound':
      return { status: 'urgent', by: data.by, owed: data.reports.map(({ recipient }) => recipient) };
    case 'UrgentReported':
      return state.status === 'urgent'
        ? { ...state, owed: state.owed.filter((one) => one !== data.recipient) }
        : state;
    default:
      return unreachable(type);
  }
}
