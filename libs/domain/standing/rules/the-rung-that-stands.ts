import type { Fact, PolicyPack, RuleBook } from '@huiyin/policy';
import type { StandingEvents } from '../events';
import { clear, evolve, type StandingState } from '../state';
import * as counted from './rung-reached';

/**
 * Where an office would stand had it only been for the faults that still count: its history lived through again, without
 * those of the reviews in `gone`.
 */
export function theRungThatStands(
  history: readonly Fact[],
  gone: ReadonlySet<string>,
  rules: RuleBook,
): string | undefined {
  const seen = new Set(gone);
  let state: StandingState = clear;
  for (const { type, data } of history) {
    if (type === 'FaultCounted') {
      const fault = data as StandingEvents['FaultCounted'];
      if (seen.has(fault.reviewId)) continue;
      seen.add(fault.reviewId);
      state = afterFault(state, fault, rules.pack(fault.pack));
    }
    if (type === 'PlacingCounted') {
      const placing = data as StandingEvents['PlacingCounted'];
      state = afterPlacing(state, placing, rules.pack(placing.pack));
    }
    if (type === 'RungLeft') state = evolve(state, { type, data: data as StandingEvents['RungLeft'] });
  }
  return state.status === 'on-rung' ? state.rung : undefined;
}

function afterFault(
  state: StandingState,
  data: StandingEvents['FaultCounted'],
  { ladder, timeZone }: PolicyPack,
): StandingState {
  const { at, happenedAt = at } = data;
  const faults = counted.faultsInWindow(state, ladder, at);
  const heightenedFaults = counted.faultsInHeightenedPeriod(state, ladder, happenedAt, timeZone);
  const rung = counted.rungReached(state, ladder, { faults, heightenedFaults, placings: 0 });
  return onRung(evolve(state, { type: 'FaultCounted', data }), rung?.id, data);
}

function afterPlacing(
  state: StandingState,
  data: StandingEvents['PlacingCounted'],
  { ladder }: PolicyPack,
): StandingState {
  const placings = counted.placingsCounted(state, ladder, data.period, data.at);
  const rung = counted.rungReached(state, ladder, { faults: 0, heightenedFaults: 0, placings });
  return onRung(evolve(state, { type: 'PlacingCounted', data }), rung?.id, data);
}

const onRung = (
  state: StandingState,
  rung: string | undefined,
  { office, pack, at }: { office: string; pack: string; at: string },
): StandingState =>
  rung === undefined
    ? state
    : evolve(state, { type: 'RungReached', data: { office, pack, rung, faults: 0, at } });
