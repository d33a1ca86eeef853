import type { Instant, Ladder, LadderRung } from '@huiyin/policy';
import type { StandingState } from '../state';

const DAY_ms = 86_400_000;

/** Confirmed faults inside the ladder's window that ends at `at`, the one that is being counted included. */
export function faultsInWindow(state: StandingState, ladder: Ladder, at: Instant): number {
  const opens = new Date(at).getTime() - ladder.window.amount * DAY_ms;
  return state.faults.filter((fault) => new Date(fault.at).getTime() > opens).length + 1;
}

/** The rung that so many faults lead up to; undefined where the office stands there, or higher, already. */
export function rungReached(state: StandingState, ladder: Ladder, faults: number): LadderRung | undefined {
  const rung = ladder.rungs.findLastIndex((one) => faults >= one.faults);
  const present = state.status === 'on-rung' ? ladder.rungs.findIndex(({ id }) => id === state.rung) : -1;
  return rung > present ? ladder.rungs[rung] : undefined;
}
