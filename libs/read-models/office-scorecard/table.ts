import type { RowOf, TableSpec } from '../engine/table';

export const officeScorecardTable = {
  columns: {
    office: 'text',
    /** `2026-03`, by the clock of the pack's zone. */
    month: 'text',
    /** Registered by it or sent to it. */
    received: 'integer',
    acknowledged: 'integer',
    accepted: 'integer',
    objected: 'integer',
    /** Its objections that were upheld. */
    returned: 'integer',
    answered: 'integer',
    closed: 'integer',
    extended: 'integer',
    reminded: 'integer',
    breached: 'integer',
    supervised: 'integer',
    reviewed: 'integer',
    faults: 'integer',
    noFaults: 'integer',
  },
  key: ['office', 'month'],
  group: 'office',
  indexes: [{ columns: ['month'] }],
} as const satisfies TableSpec;

export type ScorecardRow = RowOf<typeof officeScorecardTable>;
export type Count = Exclude<keyof ScorecardRow, 'office' | 'month'>;

export const COUNTS = Object.keys(officeScorecardTable.columns).filter(
  (name) => name !== 'office' && name !== 'month',
) as readonly Count[];
