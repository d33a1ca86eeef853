import type { Finding, ReferralOutcome } from '@huiyin/domain';
import type { RowOf, TableSpec } from '../engine/table';

export const reviewBoardTable = {
  columns: {
    id: 'text',
    status: 'text',
    caseId: 'text',
    /** The office whose handling is reviewed. */
    office: 'text',
    /** The office that reviews. */
    by: 'text',
    pack: 'text',
    rule: 'text?',
    dutyId: 'text?',
    reasons: 'text',
    openedAt: 'timestamptz',
    /** When the office stated its side. */
    statedAt: 'timestamptz?',
    proposedAt: 'timestamptz?',
    confirmedAt: 'timestamptz?',
    closedAt: 'timestamptz?',
    /** `fault` or `no-fault`, once confirmed. */
    outcome: 'text?',
    kind: 'text?',
    gravity: 'text?',
    /** What the record alone shows; counts for nothing until it is confirmed. */
    proposed: 'json?',
    finding: 'json?',
    measures: 'text?',
    /** SHA-256 of the assembled evidence. */
    evidence: 'text?',
    /** Links of other offices: heard, found on. */
    links: 'json',
    /** `open` or `settled`, where the finding was disputed. */
    dispute: 'text?',
    /** What was found first, where the dispute has changed it. */
    was: 'json?',
    remedies: 'json',
    /** Handed to discipline: received, what came of it. */
    referrals: 'json',
    /** Once the fault counts on the office's standing: its confirmed faults inside the window, this one included. */
    faultsInWindow: 'integer?',
    breaches: 'integer',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['openedAt', 'id'] },
    { columns: ['office', 'openedAt', 'id'] },
    { columns: ['caseId'] },
  ],
} as const satisfies TableSpec;

export interface LinkRow {
  link: string;
  role: string;
  office: string;
  statedAt?: string;
  finding?: Finding;
  dispute?: 'open' | 'settled';
  was?: Finding;
}
export interface RemedyRow {
  remedy: string;
  office: string;
  text: string;
  within_days: number;
  doneAt?: string;
}

export interface ReferralRow {
  referral: string;
  to: string;
  /** The office that was found on. */
  office: string;
  sentAt: string;
  receivedAt?: string;
  reference?: string;
  outcome?: ReferralOutcome;
  outcomeAt?: string;
  text?: string;
  withdrawnAt?: string;
}

type Json = 'proposed' | 'finding' | 'links' | 'was' | 'remedies' | 'referrals';
export type ReviewRow = Omit<RowOf<typeof reviewBoardTable>, Json> & {
  readonly links: readonly LinkRow[];
  readonly was: Finding | null;
  readonly remedies: readonly RemedyRow[];
  readonly referrals: readonly ReferralRow[];
  readonly proposed: Finding | null;
  readonly finding: Finding | null;
};
