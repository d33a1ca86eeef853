import { MOVES_A_CASE } from '@huiyin/domain';
import { emptySheet, sheetAfter, type Duty, type DutySheet, type Fact, type RuleBook } from '@huiyin/policy';
import type { Side } from './tally';

/**
 * One case while the log goes by, under both sets of rules. Only duties that still run are kept: those that have ended
 * are final.
 */
export interface RunningCase {
  id: string;
  sheets: Record<Side, DutySheet>;
  /** What moved the case between offices. */
  moves: Fact[];
}

export const newCase = (id: string): RunningCase => ({
  id,
  sheets: { was: emptySheet, would: emptySheet },
  moves: [],
});

const moving = new Set(MOVES_A_CASE);
const runs = ({ status }: Duty): boolean => status === 'open' || status === 'paused';

/** Takes in one more event, and answers the duties of one side that it ended. */
export function takeIn(running: RunningCase, side: Side, fact: Fact, rules: RuleBook): readonly Duty[] {
  const before = running.sheets[side];
  const sheet = sheetAfter(before, fact, rules);
  running.sheets[side] = sheet;
  if (sheet.duties === before.duties || sheet.duties.every(runs)) return [];
  running.sheets[side] = { ...sheet, duties: sheet.duties.filter(runs) };
  return sheet.duties.filter((duty) => !runs(duty));
}

export function remember(running: RunningCase, fact: Fact): void {
  if (moving.has(fact.type)) running.moves.push(trimmed(fact));
}

/** What such an event says of who holds the case. */
type Moved = 'receiver' | 'receivedAt' | 'from' | 'to';

/** Without what says nothing of who holds the case: the petitioner's statement is most of a registration. */
function trimmed({ id, type, occurredAt, data, meta }: Fact): Fact {
  const { receiver, receivedAt, from, to } = data as Partial<Record<Moved, string>>;
  const { policy, calendar } = meta;
  return { id, type, occurredAt, data: { receiver, receivedAt, from, to }, meta: { policy, calendar } };
}
