import { headAfter, type Duty, type Fact, type PolicyPack, type RuleBook } from '@huiyin/policy';
import { courseOf, type Course } from './course';
import { isUnder, withPack } from './other-rules';
import { PARTS, partsOf, SIDES_OF, type Part } from './parts';
import { newCase, remember, takeIn, type RunningCase } from './running-case';
import { rungsReached } from './rungs';
import { tallies, type Count, type Line, type Side } from './tally';
import { within, type Window } from './window';

/** A stored event, as far as a backtest reads it. */
export interface Logged extends Fact {
  stream: string;
}

export interface BacktestOptions {
  /** As adopted. */
  rules: RuleBook;
  /** What is tried. */
  pack: PolicyPack;
  /** Id of the pack in whose place it is put. */
  insteadOf: string;
  window: Window;
  /** Told of each missed duty, as it was and as it would have been, as soon as it is known. */
  onMissed?: (side: Side, course: Course) => void;
}

export interface BacktestResult {
  /** Cases that were under the pack. */
  cases: number;
  offices: readonly (readonly [office: string, line: Line])[];
}

export interface Backtest {
  /** In the order of the log, or of each stream. */
  take(event: Logged): void;
  /** Once, after the last event. */
  finish(): BacktestResult;
}

const CASE = 'case-';

/**
 * What a pack would have asked of the offices, beside what was: the same pure functions over the same events. It
 * supposes that offices would have done what they did when they did it, and that each review would have confirmed
 * what the record alone shows.
 */
export function backtest({ rules, pack, insteadOf, window, onMissed }: BacktestOptions): Backtest {
  const cases = new Map<string, RunningCase>();
  const counted = tallies();
  const faulted = new Map<string, Course[]>();
  const parts = new Map<string, ReturnType<typeof partsOf>>();

  const count = (side: Side, office: string, what: Count, at: string | undefined): void => {
    if (at !== undefined && within(window, at)) counted.add(side, office, what);
  };
  const settle = (side: Side, running: RunningCase, duty: Duty): void => {
    if (duty.kind !== 'duty') return;
    count(side, duty.owner, 'due', duty.dueAt);
    if (side === 'would') supposed(courseOf(running.id, duty, running.moves, window.until));
  };
  const settleAll = (part: Part, running: RunningCase, duties: readonly Duty[]): void => {
    for (const duty of duties) for (const side of SIDES_OF[part]) settle(side, running, duty);
  };
  const supposed = (course: Course): void => {
    const { office, breached, supervised, reviewed, finding } = course;
    if (breached === undefined) return;
    count('would', office, 'breached', breached);
    count('would', office, 'supervised', supervised);
    count('would', office, 'reviewed', reviewed);
    if (within(window, breached)) onMissed?.('would', course);
    if (finding?.outcome !== 'fault') return;
    count('would', office, 'faults', reviewed);
    const faults = faulted.get(office);
    if (faults) faults.push(course);
    else faulted.set(office, [course]);
  };
  const recorded = (event: Logged): void => {
    const data = event.data as Record<'office' | 'caseId' | 'pack' | 'rule' | 'dueAt', string>;
    const what = WAS[event.type];
    if (what === undefined || !concerns(event, data)) return;
    count('was', data.office, what, event.occurredAt);
    if (what !== 'breached' || !within(window, event.occurredAt)) return;
    const caseId = event.stream.slice(CASE.length);
    const { rule, office, dueAt } = data;
    onMissed?.('was', { caseId, rule, office, dueAt, breached: event.occurredAt });
  };
  const concerns = (
    { stream, type }: Logged,
    { caseId, pack: ref }: Record<'caseId' | 'pack', string>,
  ): boolean => {
    if (type === 'RungReached') return isUnder(ref, insteadOf);
    return cases.has(type === 'DutyBreached' ? stream : CASE + caseId);
  };
  return {
    take(event) {
      if (event.occurredAt >= window.until) return;
      recorded(event);
      if (!event.stream.startsWith(CASE)) return;
      const running = cases.get(event.stream) ?? begin(event);
      if (!running) return;
      remember(running, event);
      running.head = headAfter(running.head, event, rules);
      const packs = partsUnder(running.head.policy!);
      for (const part of PARTS) settleAll(part, running, takeIn(running, part, event, packs[part], rules));
    },
    finish() {
      for (const running of cases.values())
        for (const part of PARTS) settleAll(part, running, running.duties[part]);
      const tried = withPack(rules, pack, insteadOf);
      for (const [office, courses] of faulted)
        for (const at of rungsReached(office, courses, pack, tried)) count('would', office, 'rungs', at);
      return { cases: cases.size, offices: counted.lines() };
    },
  };

  function partsUnder(ref: string): ReturnType<typeof partsOf> {
    let found = parts.get(ref);
    if (!found) parts.set(ref, (found = partsOf(rules.pack(ref), pack)));
    return found;
  }
  function begin({ stream, type, data }: Logged): RunningCase | undefined {
    if (type !== 'CaseRegistered' || !isUnder((data as { pack: string }).pack, insteadOf)) return undefined;
    const running = newCase(stream.slice(CASE.length));
    cases.set(stream, running);
    return running;
  }
}

/** Which event is counted as what, of what was. */
const WAS: Readonly<Partial<Record<string, Count>>> = {
  DutyBreached: 'breached',
  SupervisionOrdered: 'supervised',
  ReviewOpened: 'reviewed',
  FaultCounted: 'faults',
  RungReached: 'rungs',
};
