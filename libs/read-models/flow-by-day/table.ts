import type { RowOf, TableSpec } from '../engine/table';

export const flowByDayTable = {
  columns: {
    /** By the clock of the pack's zone. */
    day: 'date',
    inflow: 'integer',
    closed: 'integer',
    reopened: 'integer',
    /** Who stand behind the cases that came in; a joint case counts all of them. */
    persons: 'integer',
  },
  key: ['day'],
  group: 'day',
  indexes: [],
} as const satisfies TableSpec;

export type FlowRow = RowOf<typeof flowByDayTable>;
