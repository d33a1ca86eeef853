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
    /** 重点管理 */
    keyManagement: 'boolean',
    /** Local years for which there is no award. */
    noAwardIn: 'json',
    /** Awards that stand. */
    awards: 'json',
    /** What its rungs asked for and is not done yet. */
    open: 'json',
    /** The newest steps last. */
    history: 'json',
  },
  key: ['office'],
  group: 'office',
  indexes: [],
} as const satisfies TableSpec;

export type StandingStep =
  | { step: 'fault'; at: string; reviewId: string; caseId: string; kind: string; gravity: string }
  | { step: 'fault-set-aside'; at: string; reviewId: string; caseId: string }
  | { step: 'rung-withdrawn'; at: string; rung: string; to: string | null }
  | { step: 'award-restored'; at: string; year: number }
  | { step: 'rung-reached'; at: string; rung: string; faults: number }
  | { step: 'placing'; at: string; period: string; place: number; published: string }
  | { step: 'ordered' | 'done' | 'reported' | 'returned'; at: string; order: string; by: string }
  | { step: 'award-forfeited'; at: string; year: number; talks: number }
  | { step: 'key-management-entered' | 'key-management-left'; at: string }
  | { step: 'practice'; at: string; practice: string; title: string; by: string }
  | { step: 'award-granted'; at: string; award: string; year: number }
  | { step: 'award-revoked'; at: string; award: string }
  | { step: 'rung-left'; at: string; rung: string; reasons: string };

/** One thing that a rung asked for: `talk/talk`, owed by the office `by` since then. */
export interface OpenOrder {
  order: string;
  by: string;
  since: string;
}

export type StandingRow = Omit<
  RowOf<typeof standingBoardTable>,
  'history' | 'noAwardIn' | 'open' | 'awards'
> & {
  readonly noAwardIn: readonly number[];
  readonly awards: readonly { award: string; name: string; year: number; by: string }[];
  readonly open: readonly OpenOrder[];
  readonly history: readonly StandingStep[];
};
