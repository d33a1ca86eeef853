import { unreachable } from '@huiyin/kernel';
import type { CalendarEvent } from './events';

export type CalendarState = { status: 'none' } | { status: 'adopted'; version: number };

export const none: CalendarState = { status: 'none' };

export function evolve(_state: CalendarState, event: CalendarEvent): CalendarState {
  switch (event.type) {
    case 'CalendarAdopted':
      return { status: 'adopted', version: event.data.calendar.version };
    default:
      return unreachable(event.type);
  }
}
