import { casesOf } from '@huiyin/domain';
import { sheetAfter, type Duty } from '@huiyin/policy';
import { defineView, type LogEvent, type ViewContext } from '../engine/view';
import { dutyBoardTable, type DutyHead, type DutyRow } from './table';

const CASE = 'case-';
/** These tell of several cases, or of none: each duty is about the case that its entry names. */
const ACCOUNTS = ['fund-', 'ledger-', 'assessment-'];
/** What is owed here is about an office; it rests on every case that was cited until then. */
const CITING = ['advice-', 'standing-'];
/** About no case. */
const OFFICES = ['drive-', 'target-'];
const STREAMS = [CASE, 'supervision-', 'review-', ...ACCOUNTS, ...CITING, ...OFFICES];

const NOTHING: Omit<DutyRow, 'stream' | 'duty' | 'caseId' | 'cites' | 'head'> = {
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

interface About {
  caseId: string | null;
  cites: readonly string[] | null;
}

const dutyRow = (stream: string, { caseId, cites }: About, duty: Duty, before?: DutyRow): DutyRow => ({
  stream,
  duty: duty.id,
  caseId,
  cites,
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

const isOf = (prefixes: readonly string[], stream: string): boolean =>
  prefixes.some((prefix) => stream.startsWith(prefix));

function caseOf({ stream, data }: LogEvent, head: DutyRow | undefined): string | null {
  if (stream.startsWith(CASE)) return stream.slice(CASE.length);
  if (isOf(CITING, stream)) return null;
  return head?.caseId ?? ('caseId' in data ? (data.caseId ?? null) : null);
}

const sameHead = (a: DutyHead | null | undefined, b: DutyHead): boolean =>
  a?.policy === b.policy && a?.roles === b.roles && a?.traits === b.traits;

/** With the cases that this event cites. */
function citedBy({ stream, data }: LogEvent, before: readonly string[] | null): readonly string[] | null {
  if (!isOf(CITING, stream)) return null;
  const known = before ?? [];
  const fresh = casesOf(data).filter((id) => !known.includes(id));
  return before && fresh.length === 0 ? before : [...new Set([...known, ...fresh])];
}

function folded(rows: readonly DutyRow[], event: LogEvent, { rules }: ViewContext): readonly DutyRow[] {
  const head = rows.find(({ duty }) => duty === '');
  const owed = rows.filter(({ body }) => body !== null);
  const known = new Map(owed.map((row) => [row.duty, row]));
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
  const cites = citedBy(event, head?.cites ?? null);
  const unchanged = sameHead(head?.head, after) && (head?.cites ?? null) === cites;
  if (duties === before.duties && unchanged) return rows;
  const caseId = caseOf(event, head);
  const account = isOf(ACCOUNTS, event.stream);
  const next = duties.map((duty) => {
    const row = known.get(duty.id);
    if (row?.body === duty) return row;
    if (row) return dutyRow(event.stream, row, duty, row);
    // A later duty about the same request or item is about the same case.
    const entry = account && owed.find(({ body }) => body?.instance === duty.instance);
    return dutyRow(event.stream, { caseId: entry ? entry.caseId : caseId, cites }, duty);
  });
  const nextHead = unchanged
    ? head!
    : { ...NOTHING, stream: event.stream, duty: '', caseId: account ? null : caseId, cites, head: after };
  return [nextHead, ...next];
}

function marked(rows: readonly DutyRow[], event: LogEvent): readonly DutyRow[] {
  if (event.type !== 'DutyBreached' && event.type !== 'OfficeReminded') return rows;
  const mark = event.type === 'DutyBreached' ? 'breachedAt' : 'remindedAt';
  return rows.map((row) => (row.duty === event.data.dutyId ? { ...row, [mark]: event.occurredAt } : row));
}

/** One row per duty of an office, on a case or beside cases. What is overdue depends on the time, so the query says. */
export const dutyBoard = defineView(dutyBoardTable, {
  name: 'duty-board',
  version: 4,
  groupsOf: ({ stream }) => (STREAMS.some((prefix) => stream.startsWith(prefix)) ? [stream] : []),
  project: (rows, event, context) => marked(folded(rows as readonly DutyRow[], event, context), event),
});
