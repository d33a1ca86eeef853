import type { Target } from '@huiyin/domain';
import type { RowOf, TableSpec } from '../engine/table';

export const targetBoardTable = {
  columns: {
    id: 'text',
    office: 'text',
    /** That set them. */
    by: 'text',
    year: 'integer',
    pack: 'text',
    /** `set`, `signed`, `reported` or `concluded` */
    status: 'text',
    targets: 'json',
    setAt: 'timestamptz',
    signedAt: 'timestamptz?',
    /** The post that signed for the office. */
    signedPost: 'text?',
    reportedAt: 'timestamptz?',
    report: 'text?',
    concludedAt: 'timestamptz?',
    /** Up to where the log was counted for the results. */
    countedTo: 'bigint?',
    /** Empty until the year is concluded. */
    results: 'json',
  },
  key: ['id'],
  group: 'id',
  indexes: [{ columns: ['year', 'id'] }, { columns: ['office', 'year', 'id'] }],
} as const satisfies TableSpec;

export interface TargetResult {
  target: string;
  value: number | null;
  met: boolean;
}

export type TargetRow = Omit<RowOf<typeof targetBoardTable>, 'targets' | 'results'> & {
  readonly targets: readonly Target[];
  readonly results: readonly TargetResult[];
};
