import type { Duty, DutySheet } from '@huiyin/policy';
import type { RowOf, TableSpec } from '../engine/table';

export const dutyBoardTable = {
  columns: {
    stream: 'text',
    /** Id of the duty; empty on the stream's head, the row that carries what its next duties depend on. */
    duty: 'text',
    caseId: 'text?',
    /** Cases that it rests on without being about one of them: advice, and what a standing asks for. */
    cites: 'json?',
    kind: 'text?',
    rule: 'text?',
    owner: 'text?',
    overseer: 'text?',
    status: 'text?',
    startedAt: 'timestamptz?',
    dueAt: 'timestamptz?',
    endedAt: 'timestamptz?',
    breachedAt: 'timestamptz?',
    remindedAt: 'timestamptz?',
    provisional: 'boolean?',
    /** The duty itself. */
    body: 'json?',
    /** Head only. */
    head: 'json?',
  },
  key: ['stream', 'duty'],
  group: 'stream',
  indexes: [
    { columns: ['dueAt', 'duty'], where: `status = 'open' AND kind = 'duty'` },
    { columns: ['owner', 'dueAt', 'duty'], where: `status = 'open' AND kind = 'duty'` },
    { columns: ['caseId'], where: `duty <> ''` },
    // Figures count what fell due in a period.
    { columns: ['dueAt', 'rule'], where: `kind = 'duty'` },
  ],
} as const satisfies TableSpec;

export type DutyHead = Omit<DutySheet, 'duties' | 'revision'>;

export type DutyRow = Omit<RowOf<typeof dutyBoardTable>, 'body' | 'head' | 'cites'> & {
  readonly cites: readonly string[] | null;
  readonly body: Duty | null;
  readonly head: DutyHead | null;
};
