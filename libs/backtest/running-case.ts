import { MOVES_A_CASE } from '@huiyin/domain';
import {
  contextUnder,
  dutiesAfter,
  emptyHead,
  runs,
  type Duty,
  type Fact,
  type Head,
  type PolicyPack,
  type RuleBook,
} from '@huiyin/policy';
import type { Part } from './parts';
import type { OnTheWay } from './thresholds';

/** What moved a case between offices. */
export type Move = Pick<Fact, 'type' | 'occurredAt' | 'data'>;

/** One case while the log goes by. Only duties that still run are kept: those that have ended are final. */
export interface RunningCase extends OnTheWay {
  head: Head;
  duties: Record<Part, readonly Duty[]>;
  moves: readonly Move[];
}

const NOTHING: readonly never[] = [];

/** An array that has grown keeps room for more to come: two hundred thousand cases would hold little else. */
const packed = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? NOTHING : items.slice());

export const newCase = (id: string): RunningCase => ({
  id,
  head: emptyHead,
  duties: { both: NOTHING, was: NOTHING, would: NOTHING },
  moves: NOTHING,
});

/** Takes one more event into the duties of one part of the rules, and answers those that it ended. */
export function takeIn(
  { head, duties }: RunningCase,
  part: Part,
  fact: Fact,
  pack: PolicyPack,
  rules: RuleBook,
): readonly Duty[] {
  const context = contextUnder(pack, head, fact, rules);
  if (!context) return NOTHING;
  const before = duties[part];
  const after = dutiesAfter(before, fact, context);
  if (after === before) return NOTHING;
  duties[part] = packed(after.filter(runs));
  return after.length === duties[part].length ? NOTHING : after.filter((duty) => !runs(duty));
}

const moving = new Set(MOVES_A_CASE);

export function remember(running: RunningCase, fact: Fact): void {
  if (moving.has(fact.type)) running.moves = [...running.moves, trimmed(fact)];
}

/** What such an event says of who holds the case. */
type Moved = 'receiver' | 'receivedAt' | 'from' | 'to';

/** Without what says nothing of who holds the case: the petitioner's statement is most of a registration. */
function trimmed({ type, occurredAt, data }: Fact): Move {
  const { receiver, receivedAt, from, to } = data as Partial<Record<Moved, string>>;
  if (receiver !== undefined) return { type, occurredAt, data: { receiver, receivedAt } };
  return { type, occurredAt, data: from === undefined ? { to } : { from, to } };
}
