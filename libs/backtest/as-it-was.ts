import type { BacktestOptions, Logged } from './backtest';
import { counted } from './counted';
import { isUnder } from './other-rules';
import type { Count, Side } from './tally';
import { within } from './window';

interface Recorded extends Pick<BacktestOptions, 'insteadOf' | 'window' | 'onMissed'> {
  /** By stream, those of the comparison. */
  cases: ReadonlyMap<string, unknown>;
  count: (side: Side, office: string, what: Count, at: string) => void;
}

const CASE = 'case-';

/** Which event is counted as what, of what was. */
const WAS: Readonly<Partial<Record<string, Count>>> = {
  DutyBreached: 'breached',
  SupervisionOrdered: 'supervised',
  ReviewOpened: 'reviewed',
};
const ON_A_STANDING: ReadonlySet<string> = new Set(['FaultCounted', 'RungReached']);
const TAKEN_BACK: ReadonlySet<string> = new Set(['FaultSetAside', 'RungWithdrawn']);

type Data = Record<'office' | 'caseId' | 'pack' | 'rule' | 'dueAt' | 'dutyId', string>;

/** What the log recorded of the cases of the comparison. */
export function asItWas({ cases, insteadOf, window, count, onMissed }: Recorded) {
  const stood = counted();
  const concerns = ({ stream, type }: Logged, { caseId, pack }: Data): boolean => {
    if (type === 'RungReached') return isUnder(pack, insteadOf);
    return cases.has(type === 'DutyBreached' ? stream : CASE + caseId);
  };
  const missed = ({ stream, occurredAt }: Logged, { rule, office, dueAt, dutyId: duty }: Data): void => {
    if (within(window, occurredAt))
      onMissed?.('was', {
        duty,
        caseId: stream.slice(CASE.length),
        rule,
        office,
        dueAt,
        breached: occurredAt,
      });
  };
  return {
    take(event: Logged): void {
      const { type, occurredAt } = event;
      const data = event.data as Data;
      if (TAKEN_BACK.has(type) || (ON_A_STANDING.has(type) && concerns(event, data))) stood.take(event);
      const what = WAS[type];
      if (what === undefined || !concerns(event, data)) return;
      count('was', data.office, what, occurredAt);
      if (what === 'breached') missed(event, data);
    },
    finish: (): void => stood.each((office, what, at) => count('was', office, what, at)),
  };
}
