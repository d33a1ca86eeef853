import { renamed } from '@huiyin/domain';
import { emptySheet, sheetAfter } from '@huiyin/policy';
import { defineView, type LogEvent, type ViewContext } from '../engine/view';
import { adviceBoardTable, type AdviceRow } from './table';

const PREFIX = 'advice-';

function given(id: string, event: LogEvent & { type: 'AdviceGiven' }): AdviceRow {
  const { kind, office, adviser, pack, text, reasons, grounds } = event.data;
  return {
    id,
    status: 'given',
    ...{ kind, office, adviser, pack, text, reasons },
    caseIds: [...new Set(grounds.map(({ caseId }) => caseId))],
    givenAt: event.occurredAt,
    answeredAt: null,
    answer: null,
    plan: null,
    answerReasons: null,
    carriedOutAt: null,
    closedAt: null,
    outcome: null,
    breaches: 0,
    ...{ owes: null, owedBy: null, dueAt: null, sheet: emptySheet },
    revision: event.revision,
  };
}

const answered = (answer: 'adopted' | 'partly' | 'refused', at: string): Partial<AdviceRow> => ({
  status: answer,
  answer,
  answeredAt: at,
});

function step(row: AdviceRow, event: LogEvent): Partial<AdviceRow> {
  const at = event.occurredAt;
  switch (event.type) {
    case 'AdviceAdopted':
      return { ...answered('adopted', at), plan: event.data.plan };
    case 'AdvicePartlyAdopted':
      return { ...answered('partly', at), plan: event.data.plan, answerReasons: event.data.reasons };
    case 'AdviceRefused':
      return { ...answered('refused', at), answerReasons: event.data.reasons ?? null };
    case 'RefusalExplained':
      return { answerReasons: event.data.reasons };
    case 'AdviceCarriedOut':
      return { status: 'carried-out', carriedOutAt: at };
    case 'AdviceReturned':
      return { status: row.answer ?? row.status, carriedOutAt: null };
    case 'AdviceClosed':
      return { status: 'closed', closedAt: at, outcome: event.data.outcome };
    case 'OfficeReplaced': {
      const now = renamed(event.data);
      return { office: now(row.office), adviser: now(row.adviser) };
    }
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    // The other events of advice leave it where it is.
    default:
      return {};
  }
}

/** With what is owed next: the soonest of the duties that are open. */
function owing(row: AdviceRow, event: LogEvent, { rules }: ViewContext): AdviceRow {
  const { id, type, occurredAt, data, meta, revision } = event;
  // Without its revision: what was folded before is passed over by the engine.
  const after = sheetAfter({ ...row.sheet, revision: -1 }, { id, type, occurredAt, data, meta }, rules);
  const open = after.duties.filter(({ status }) => status === 'open');
  const next = open.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  const owed = { owes: next?.rule ?? null, owedBy: next?.owner ?? null, dueAt: next?.dueAt ?? null };
  return { ...row, ...owed, sheet: after, revision };
}

/** One row per advice (三项建议) to an office, with its answer and what came of it. */
export const adviceBoard = defineView(adviceBoardTable, {
  name: 'advice-board',
  version: 2,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, context) {
    const [row] = rows as readonly AdviceRow[];
    if (event.type === 'AdviceGiven')
      return row ? [row] : [owing(given(context.group, event), event, context)];
    return row ? [owing({ ...row, ...step(row, event) }, event, context)] : [];
  },
});
