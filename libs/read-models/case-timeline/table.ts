import type { RowOf, TableSpec } from '../engine/table';

export const caseTimelineTable = {
  columns: {
    caseId: 'text',
    stream: 'text',
    /** The stream again where it is a supervision order or a review: only its first event says which case it is about. */
    about: 'text?',
    revision: 'integer',
    eventId: 'text',
    type: 'text',
    occurredAt: 'timestamptz',
    recordedAt: 'timestamptz',
    /** Of `occurredAt`, by the clock of the pack's zone. */
    day: 'date',
    office: 'text',
    actor: 'text',
    summary: 'json',
  },
  key: ['position'],
  group: 'about',
  indexes: [
    { columns: ['caseId', 'position'] },
    // Figures count steps of one sort in a period.
    { columns: ['type', 'occurredAt'] },
  ],
} as const satisfies TableSpec;

export type TimelineRow = RowOf<typeof caseTimelineTable> & { readonly position: number };
