import { DAY_ms } from '@huiyin/kernel';
import { localDate, type Instant, type Ladder, type LadderRung } from '@huiyin/policy';
import type { StandingState } from '../state';

/** What counts together at an instant, what is being counted included. */
export interface Counted {
  faults: number;
  heightenedFaults: number;
  placings: number;
}

const inWindow = (all: readonly { at: Instant }[], ladder: Ladder, at: Instant): number => {
  const opens = new Date(Date.parse(at) - ladder.window.amount * DAY_ms).toISOString();
  return all.filter((one) => one.at > opens).length;
};

/** Confirmed faults inside the ladder's window that ends at `at`, the one that is being counted included. */
export const faultsInWindow = (state: StandingState, ladder: Ladder, at: Instant): number =>
  inWindow(state.faults, ladder, at) + 1;

/** Faults in the heightened period in which this one happened, this one included; 0 where it happened in none. */
export function faultsInHeightenedPeriod(
  state: StandingState,
  ladder: Ladder,
  happenedAt: Instant,
  zone: string,
): number {
  const day = localDate(happenedAt, zone);
  const period = ladder.heightened?.find(({ from, to }) => from <= day && day <= to);
  if (!period) return 0;
  const days = state.faults.map((fault) => localDate(fault.happenedAt ?? fault.at, zone));
  return days.filter((one) => period.from <= one && one <= period.to).length + 1;
}

/** `2026-Q1`, `2026-03`: numbers that follow one another. */
function ordinalOf(period: string): number {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)];
  return part.startsWith('Q') ? year * 4 + Number(part.slice(1)) : year * 12 + Number(part);
}

/** Placings that count together with that of `period`, which is included: in the window, or without a gap before it. */
export function placingsCounted(state: StandingState, ladder: Ladder, period: string, at: Instant): number {
  if (!ladder.ranking?.consecutive) return inWindow(state.placings, ladder, at) + 1;
  const counted = new Set(state.placings.map((one) => ordinalOf(one.period)));
  let run = 1;
  while (counted.has(ordinalOf(period) - run)) run += 1;
  return run;
}

const reaches = (rung: LadderRung, counted: Counted): boolean =>
  counted.faults >= (rung.faults ?? Infinity) ||
  counted.heightenedFaults >= (rung.heightenedFaults ?? Infinity) ||
  counted.placings >= (rung.placings ?? Infinity);

/** The rung that so much leads up to; undefined where the office stands there, or higher, already. */
export function rungReached(state: StandingState, ladder: Ladder, counted: Counted): LadderRung | undefined {
  const rung = ladder.rungs.findLastIndex((one) => reaches(one, counted));
  const present = state.status === 'on-rung' ? ladder.rungs.findIndex(({ id }) => id === state.rung) : -1;
  return rung > present ? ladder.rungs[rung] : undefined;
}
