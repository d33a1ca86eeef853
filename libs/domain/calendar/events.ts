import type { WorkCalendar } from '@huiyin/policy';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface CalendarEvents {
  /** A calendar once adopted is never edited, only superseded by its next version. */
  CalendarAdopted: { calendar: WorkCalendar };
}

export type CalendarEvent = EventOf<CalendarEvents>;

/** The version that each is stored in today. */
export const calendarVersions: Readonly<Record<CalendarEvent['type'], number>> = { CalendarAdopted: 1 };
