import type { RowOf, TableSpec } from '../engine/table';

export const supervisionBoardTable = {
  columns: {
    id: 'text',
    status: 'text',
    caseId: 'text',
    office: 'text',
    /** The office that ordered it. */
    by: 'text',
    pack: 'text',
    trigger: 'text',
    rule: 'text?',
    /** The threshold of the pack that was reached, and the how-manieth time. */
    threshold: 'text?',
    occurrence: 'integer?',
    /** Positions in the log that it rests on. */
    cites: 'json',
    dutyId: 'text?',
    /** Of the duty that set it off. */
    dueAt: 'timestamptz?',
    orderedAt: 'timestamptz',
    acknowledgedAt: 'timestamptz?',
    repliedAt: 'timestamptz?',
    closedAt: 'timestamptz?',
    solved: 'boolean?',
    /** Of items: what is looked at, and what has been. */
    checklist: 'json',
    visits: 'json',
    /** It hangs out (挂牌督办) until this day. */
    listedUntil: 'date?',
    /** Breaches of the order itself. */
    breaches: 'integer',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['orderedAt', 'id'] },
    { columns: ['office', 'orderedAt', 'id'] },
    { columns: ['caseId'] },
  ],
} as const satisfies TableSpec;

export interface ChecklistItem {
  /** An id of the pack, or `x1`, … with its own words. */
  item: string;
  text?: string;
  ticked: boolean;
}

export interface SiteVisit {
  visit: string;
  on: string;
  announced: boolean;
  reported: boolean;
}

export type SupervisionRow = Omit<RowOf<typeof supervisionBoardTable>, 'cites' | 'checklist' | 'visits'> & {
  readonly cites: readonly number[];
  readonly checklist: readonly ChecklistItem[];
  readonly visits: readonly SiteVisit[];
};
