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
  history: [],
});

const then = ({ history }: StandingRow, step: StandingStep): readonly StandingStep[] =>
  [...history, step].slice(-HISTORY_MAX);

function after(row: StandingRow, event: LogEvent): StandingRow {
  switch (event.type) {
    case 'FaultCounted': {
      const { reviewId, caseId, kind, gravity, at, inWindow, pack } = event.data;
      const history = then(row, { step: 'fault', at, reviewId, caseId, kind, gravity });
      return { ...row, pack, faults: row.faults + 1, faultsInWindow: inWindow, lastFaultAt: at, history };
    }
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
    // Other events of later versions of a standing leave the rung as it is.
    default:
      return row;
  }
}

/** Each office's place on the ladder: only confirmed faults lead up. */
export const standingBoard = defineView(standingBoardTable, {
  name: 'standing-board',
  version: 1,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project: (rows, event, { group }) => [after((rows[0] as StandingRow | undefined) ?? clear(group), event)],
});
