import { casesOf } from '@huiyin/domain';
import { headAfter, type Duty, type Fact, type PolicyPack, type RuleBook } from '@huiyin/policy';
import { courseOf, type Course } from './course';
import { isUnder, withPack } from './other-rules';
import { PARTS, partsOf, SIDES_OF, type Part } from './parts';
import { newCase, remember, takeIn, type RunningCase } from './running-case';
import { asItWas } from './as-it-was';
import { reviewed } from './reviewed';
import { faultsByOffice, rungsReached } from './rungs';
import { tallies, type Count, type Line, type Side } from './tally';
import { adviceThresholds, orderedBy } from './thresholds';
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
const ADVICE = 'advice-';

/**
 * What a pack would have asked of the offices, beside what was: the same pure functions over the same events. It
 * supposes that offices would have done what they did when they did it, and that a review which was not held would
 * have confirmed what the record alone shows. What was disputed or set aside counts on neither side.
 */
export function backtest({ rules, pack, insteadOf, window, onMissed }: BacktestOptions): Backtest {
  const cases = new Map<string, RunningCase>();
  const tally = tallies();
  const held = reviewed();
  const courses: Course[] = [];
  const parts = new Map<string, ReturnType<typeof partsOf>>();

  const count = (side: Side, office: string, what: Count, at: string | undefined): void => {
    if (at !== undefined && within(window, at)) tally.add(side, office, what);
  };
  const was = asItWas({ cases, insteadOf, window, count, onMissed });
  const settle = (side: Side, running: RunningCase, duty: Duty): void => {
    if (duty.kind !== 'duty') return;
    count(side, duty.owner, 'due', duty.dueAt);
    if (side === 'would') supposed(courseOf(running.id, duty, running.moves, window.until));
  };
  const settleAll = (part: Part, running: RunningCase, duties: readonly Duty[]): void => {
    for (const duty of duties) for (const side of SIDES_OF[part]) settle(side, running, duty);
  };
  const supposed = (course: Course): void => {
    const { office, breached, supervised, reviewed: reviewedAt, finding } = course;
    if (breached === undefined) return;
    count('would', office, 'breached', breached);
    count('would', office, 'supervised', supervised);
    count('would', office, 'reviewed', reviewedAt);
    if (within(window, breached)) onMissed?.('would', course);
    if (finding !== undefined) courses.push(course);
  };
  const advised = adviceThresholds(
    rules,
    pack,
    (data) =>
      isUnder((data as { pack: string }).pack, insteadOf) && casesOf(data).some((id) => cases.has(CASE + id)),
  );
  const ordered = (offices: readonly string[], { occurredAt }: Logged): void => {
    for (const office of offices) count('would', office, 'supervised', occurredAt);
  };
  const found = (): void => {
    const tried = withPack(rules, pack, insteadOf);
    for (const [office, faults] of faultsByOffice(courses, held)) {
      for (const { reviewed: at } of faults) count('would', office, 'faults', at);
      for (const at of rungsReached(office, faults, pack, tried)) count('would', office, 'rungs', at);
    }
    was.finish();
  };
  return {
    take(event) {
      if (event.occurredAt >= window.until) return;
      held.take(event);
      was.take(event);
      if (event.stream.startsWith(ADVICE)) ordered(advised(event), event);
      if (!event.stream.startsWith(CASE)) return;
      const running = cases.get(event.stream) ?? begin(event);
      if (!running) return;
      remember(running, event);
      running.head = headAfter(running.head, event, rules);
      ordered(orderedBy(running, event, running.head, pack), event);
      const packs = partsUnder(running.head.policy!);
      for (const part of PARTS) settleAll(part, running, takeIn(running, part, event, packs[part], rules));
    },
    finish() {
      for (const running of cases.values())
        for (const part of PARTS) settleAll(part, running, running.duties[part]);
      found();
      return { cases: cases.size, offices: tally.lines() };
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
