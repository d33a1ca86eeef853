import { sheetAfter, type Duty } from '@huiyin/policy';
import { defineView, type LogEvent, type ViewContext } from '../engine/view';
import { dutyBoardTable, type DutyHead, type DutyRow } from './table';

const CASE = 'case-';
/** These tell of several cases, or of none: each duty is about the case that its entry names. */
const ACCOUNTS = ['fund-', 'ledger-', 'assessment-'];
const STREAMS = [CASE, 'supervision-', 'review-', ...ACCOUNTS];

const NOTHING: Omit<DutyRow, 'stream' | 'duty' | 'caseId' | 'head'> = {
  kind: null,
  rule: null,
  owner: null,
  overseer: null,
  status: null,
  startedAt: null,
  dueAt: null,
  endedAt: null,
  breachedAt: null,
  remindedAt: null,
  provisional: null,
  body: null,
};

const dutyRow = (stream: string, caseId: string | null, duty: Duty, before?: DutyRow): DutyRow => ({
  stream,
  duty: duty.id,
  caseId,
  kind: duty.kind,
  rule: duty.rule,
  owner: duty.owner,
  overseer: duty.overseer,
  status: duty.status,
  startedAt: duty.startedAt,
  dueAt: duty.dueAt,
  endedAt: duty.endedAt ?? null,
  breachedAt: before?.breachedAt ?? null,
  remindedAt: before?.remindedAt ?? null,
  provisional: duty.provisional,
  body: duty,
  head: null,
});

const isAccount = (stream: string): boolean => ACCOUNTS.some((prefix) => stream.startsWith(prefix));

function caseOf({ stream, data }: LogEvent, head: DutyRow | undefined): string | null {
  if (stream.startsWith(CASE)) return stream.slice(CASE.length);
  return head?.caseId ?? ('caseId' in data ? (data.caseId ?? null) : null);
}

const sameHead = (a: DutyHead | null | undefined, b: DutyHead): boolean =>
  a?.policy === b.policy && a?.roles === b.roles && a?.traits === b.traits;

function folded(rows: readonly DutyRow[], event: LogEvent, { rules }: ViewContext): readonly DutyRow[] {
  const head = rows.find(({ duty }) => duty === '');
  const owed = rows.filter(({ body }) => body !== null);
  const before = {
    roles: {},
    traits: {},
    ...head?.head,
    duties: owed.map(({ body }) => body!),
    revision: -1,
  };
  const { id, type, occurredAt, data, meta } = event;
  // Without its revision: what was folded before is passed over by the engine.
  const { duties, revision: _, ...after } = sheetAfter(before, { id, type, occurredAt, data, meta }, rules);
  if (duties === before.duties && sameHead(head?.head, after)) return rows;
  const caseId = caseOf(event, head);
  const account = isAccount(event.stream);
  const next = duties.map((duty) => {
    const row = owed.find(({ duty: known }) => known === duty.id);
    if (row?.body === duty) return row;
    // A later duty about the same request or item is about the same case.
    const entry = account && owed.find(({ body }) => body?.instance === duty.instance);
    return dutyRow(event.stream, row?.caseId ?? (entry ? entry.caseId : caseId), duty, row);
  });
  const nextHead = sameHead(head?.head, after)
    ? head!
    : { ...NOTHING, stream: event.stream, duty: '', caseId: account ? null : caseId, head: after };
  return [nextHead, ...next];
}

function marked(rows: readonly DutyRow[], event: LogEvent): readonly DutyRow[] {
  if (event.type !== 'DutyBreached' && event.type !== 'OfficeReminded') return rows;
  const mark = event.type === 'DutyBreached' ? 'breachedAt' : 'remindedAt';
  return rows.map((row) => (row.duty === event.data.dutyId ? { ...row, [mark]: event.occurredAt } : row));
}

/** One row per duty of a case, a supervision order, a review, a fund, a ledger or an assessment. What is overdue depends on the time, so the query says. */
export const dutyBoard = defineView(dutyBoardTable, {
  name: 'duty-board',
  version: 3,
  groupsOf: ({ stream }) => (STREAMS.some((prefix) => stream.startsWith(prefix)) ? [stream] : []),
  project: (rows, event, context) => marked(folded(rows as readonly DutyRow[], event, context), event),
});
