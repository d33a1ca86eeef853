import type { RowOf, TableSpec } from '../engine/table';

export const standingBoardTable = {
  columns: {
    office: 'text',
    /** Of the pack's ladder; none: the office is on no rung. */
    rung: 'text?',
    pack: 'text?',
    /** When it reached the rung. */
    since: 'timestamptz?',
    /** Confirmed faults, ever. */
    faults: 'integer',
    /** Inside the ladder's window, when the last one was counted. */
    faultsInWindow: 'integer',
    lastFaultAt: 'timestamptz?',
    /** The newest steps last. */
    history: 'json',
  },
  key: ['office'],
  group: 'office',
  indexes: [],
} as const satisfies TableSpec;

export type StandingStep =
  | { step: 'fault'; at: string; reviewId: string; caseId: string; kind: string; gravity: string }
  | { step: 'rung-reached'; at: string; rung: string; faults: number }
  | { step: 'rung-left'; at: string; rung: string; reasons: string };

export type StandingRow = Omit<RowOf<typeof standingBoardTable>, 'history'> & {
  readonly history: readonly StandingStep[];
};
