import { defineView, type LogEvent } from '../engine/view';
import { standingBoardTable, type StandingRow, type StandingStep } from './table';

const PREFIX = 'standing-';
/** Older steps are in the log. */
export const HISTORY_MAX = 200;

const clear = (office: string): StandingRow => ({
  office,
  rung: null,
  pack: null,
  since: null,
  faults: 0,
  faultsInWindow: 0,
  lastFaultAt: null,
  keyManagement: false,
  noAwardIn: [],
  awards: [],
  open: [],
  history: [],
});

const then = ({ history }: StandingRow, step: StandingStep): readonly StandingStep[] =>
  [...history, step].slice(-HISTORY_MAX);

const without = ({ open }: StandingRow, order: string): StandingRow['open'] =>
  open.filter((one) => one.order !== order);

const stepped = (
  row: StandingRow,
  { occurredAt, data: { order, by } }: { occurredAt: string; data: { order: string; by: string } },
  step: 'ordered' | 'done' | 'reported' | 'returned',
): StandingRow => ({ ...row, history: then(row, { step, at: occurredAt, order, by }) });

/** What no longer counts is no longer told as a fault: that it was set aside is. */
function withoutFault(
  row: StandingRow,
  { reviewId, caseId, at, inWindow }: { reviewId: string; caseId: string; at: string; inWindow: number },
): StandingRow {
  const left = row.history.filter((step) => step.step !== 'fault' || step.reviewId !== reviewId);
  const last = left.findLast(({ step }) => step === 'fault');
  const history = then({ ...row, history: left }, { step: 'fault-set-aside', at, reviewId, caseId });
  const faults = Math.max(0, row.faults - 1);
  return { ...row, faults, faultsInWindow: inWindow, lastFaultAt: last?.at ?? null, history };
}

function after(row: StandingRow, event: LogEvent): StandingRow {
  switch (event.type) {
    case 'FaultCounted': {
      const { reviewId, caseId, kind, gravity, at, inWindow, pack } = event.data;
      const history = then(row, { step: 'fault', at, reviewId, caseId, kind, gravity });
      return { ...row, pack, faults: row.faults + 1, faultsInWindow: inWindow, lastFaultAt: at, history };
    }
    case 'FaultSetAside':
      return withoutFault(row, event.data);
    case 'RungWithdrawn': {
      const { rung, to = null, at } = event.data;
      const history = then(row, { step: 'rung-withdrawn', at, rung, to });
      return { ...row, rung: to, since: to === null ? null : row.since, history };
    }
    case 'OrderWithdrawn':
      return { ...row, open: without(row, event.data.order) };
    case 'RungReached': {
      const { rung, at, faults, pack } = event.data;
      return {
        ...row,
        rung,
        pack,
        since: at,
        history: then(row, { step: 'rung-reached', at, rung, faults }),
      };
    }
    case 'RungLeft': {
      const { rung, reasons } = event.data;
      const step = { step: 'rung-left', at: event.occurredAt, rung, reasons } as const;
      return { ...row, rung: null, since: null, history: then(row, step) };
    }
    case 'PlacingCounted': {
      const { period, place, published, at, pack } = event.data;
      return { ...row, pack, history: then(row, { step: 'placing', at, period, place, published }) };
    }
    case 'TalkOrdered':
    case 'MeasureOrdered':
    case 'RectificationOrdered': {
      const { order, by } = event.data;
      const open = [...without(row, order), { order, by, since: event.occurredAt }];
      return stepped({ ...row, open }, event, 'ordered');
    }
    case 'TalkHeld':
    case 'MeasureTaken':
    case 'RectificationConfirmed':
      return stepped({ ...row, open: without(row, event.data.order) }, event, 'done');
    case 'RectificationReported':
      return stepped(row, event, 'reported');
    case 'RectificationReturned':
      return stepped(row, event, 'returned');
    case 'KeyManagementEntered':
    case 'KeyManagementLeft': {
      const keyManagement = event.type === 'KeyManagementEntered';
      const step = keyManagement ? 'key-management-entered' : 'key-management-left';
      return { ...row, keyManagement, history: then(row, { step, at: event.occurredAt }) };
    }
    default:
      return honoured(row, event);
  }
}

function honoured(row: StandingRow, event: LogEvent): StandingRow {
  switch (event.type) {
    case 'AwardForfeited': {
      const { year, talks } = event.data;
      const history = then(row, { step: 'award-forfeited', at: event.occurredAt, year, talks });
      return { ...row, noAwardIn: [...new Set([...row.noAwardIn, year])], history };
    }
    case 'AwardRestored': {
      const { year } = event.data;
      const history = then(row, { step: 'award-restored', at: event.occurredAt, year });
      return { ...row, noAwardIn: row.noAwardIn.filter((one) => one !== year), history };
    }
    case 'PracticeNoted': {
      const { practice, title, by } = event.data;
      return { ...row, history: then(row, { step: 'practice', at: event.occurredAt, practice, title, by }) };
    }
    case 'AwardGranted': {
      const { award, name, year, by } = event.data;
      const awards = [...row.awards, { award, name, year, by }];
      const step = { step: 'award-granted', at: event.occurredAt, award, year } as const;
      return { ...row, awards, history: then(row, step) };
    }
    case 'AwardRevoked': {
      const { award } = event.data;
      const awards = row.awards.filter((one) => one.award !== award);
      return { ...row, awards, history: then(row, { step: 'award-revoked', at: event.occurredAt, award }) };
    }
    // Other events of later versions of a standing leave the row as it is.
    default:
      return row;
  }
}

/** Each office's place on the ladder (only confirmed faults lead up), and what it was honoured for. */
export const standingBoard = defineView(standingBoardTable, {
  name: 'standing-board',
  version: 3,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project: (rows, event, { group }) => [after((rows[0] as StandingRow | undefined) ?? clear(group), event)],
});
