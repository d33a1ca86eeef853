import type { DutySheet } from '@huiyin/policy';
import type { RowOf, TableSpec } from '../engine/table';

export const adviceBoardTable = {
  columns: {
    id: 'text',
    /** `given`, `adopted`, `partly`, `refused`, `carried-out` or `closed` */
    status: 'text',
    kind: 'text',
    office: 'text',
    adviser: 'text',
    pack: 'text',
    text: 'text',
    reasons: 'text',
    /** The cases that it rests on: whoever must not see one of them does not see the advice. */
    caseIds: 'json',
    givenAt: 'timestamptz',
    answeredAt: 'timestamptz?',
    /** `adopted`, `partly` or `refused`; stays when the advice goes on. */
    answer: 'text?',
    /** What the office adopts. */
    plan: 'text?',
    /** Why it refuses, or does not adopt the rest. */
    answerReasons: 'text?',
    carriedOutAt: 'timestamptz?',
    closedAt: 'timestamptz?',
    outcome: 'text?',
    breaches: 'integer',
    /** What is owed next, by which office, and by when; null while nothing is. */
    owes: 'text?',
    owedBy: 'text?',
    dueAt: 'timestamptz?',
    /** What the next duties depend on. */
    sheet: 'json',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [{ columns: ['givenAt', 'id'] }, { columns: ['office', 'givenAt', 'id'] }],
} as const satisfies TableSpec;

export type AdviceRow = Omit<RowOf<typeof adviceBoardTable>, 'caseIds' | 'sheet'> & {
  readonly caseIds: readonly string[];
  readonly sheet: DutySheet;
};
