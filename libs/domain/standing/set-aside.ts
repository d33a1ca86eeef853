import type { LadderRung } from '@huiyin/policy';
import { unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import type { StandingCommand } from './commands';
import type { StandingEvent, StandingEvents } from './events';
import { aFaultCountsBeforeItIsSetAside } from './rules/a-fault-counts-before-it-is-set-aside';
import { faultsInWindow } from './rules/rung-reached';
import { theRungThatStands } from './rules/the-rung-that-stands';
import type { StandingState } from './state';

type Given = Extract<StandingCommand, { type: 'SetFaultAside' }> & Issued;
type OnRung = Extract<StandingState, { status: 'on-rung' }>;

const REASONS = '认定存在异议或者已被变更。 The finding is disputed or was changed.';

/** A fault that is disputed, or was taken back, no longer counts: whatever it alone led to goes back with it. */
export function setFaultAside(
  { id: office, occurredAt: at, data: { reviewId } }: Given,
  state: StandingState,
  context: DecisionContext,
): Decision<StandingEvent> {
  const refused = aFaultCountsBeforeItIsSetAside(state, reviewId);
  if (refused) return unlessRefused([refused]);
  const { rules, history } = context;
  const { caseId, pack } = history.findLast((fact) => isOf(fact, reviewId))!
    .data as StandingEvents['FaultCounted'];
  const left: StandingState = { ...state, faults: state.faults.filter((one) => one.reviewId !== reviewId) };
  const inWindow = faultsInWindow(left, rules.pack(pack).ladder, at) - 1;
  return unlessRefused(
    [],
    { type: 'FaultSetAside', data: { office, reviewId, caseId, pack, at, inWindow } },
    ...(left.status === 'on-rung' ? goneWithIt(left, office, at, context) : []),
  );
}

const isOf = ({ type, data }: { type: string; data: unknown }, reviewId: string): boolean =>
  type === 'FaultCounted' && (data as StandingEvents['FaultCounted']).reviewId === reviewId;

/** The rungs that only the fault led to, with what they asked for and what followed from them. */
function goneWithIt(
  state: OnRung,
  office: string,
  at: string,
  { rules, history }: DecisionContext,
): StandingEvent[] {
  const counting = new Set(state.faults.map(({ reviewId }) => reviewId));
  const gone = history.flatMap(({ type, data }) => {
    if (type !== 'FaultCounted') return [];
    const { reviewId } = data as StandingEvents['FaultCounted'];
    return counting.has(reviewId) ? [] : [reviewId];
  });
  const to = theRungThatStands(history, new Set(gone), rules);
  if (to === state.rung) return [];
  const { ladder } = rules.pack(state.pack);
  const height = (rung: string | undefined): number => ladder.rungs.findIndex(({ id }) => id === rung);
  const isGone = ({ id }: LadderRung): boolean => height(id) > height(to);
  const withdrawn = ladder.rungs.filter(isGone).map(({ id }) => id);
  const orders = Object.values(state.open).filter(({ rung }) => withdrawn.includes(rung));
  const managed = ladder.rungs.some((rung) => rung.keyManagement && !isGone(rung));
  const years = state.noAwardIn.filter(
    (year) =>
      state.talks.filter((talk) => talk.year === year && !withdrawn.includes(talk.rung)).length <
      (ladder.noAwardAfterTalks ?? Infinity),
  );
  return [
    ...orders.map(({ order }) => ({ type: 'OrderWithdrawn', data: { office, order } }) as const),
    ...(state.keyManagement && !managed
      ? [{ type: 'KeyManagementLeft', data: { office, reasons: REASONS } } as const]
      : []),
    ...years.map((year) => ({ type: 'AwardRestored', data: { office, year } }) as const),
    {
      type: 'RungWithdrawn',
      data: { office, rung: state.rung, ...(to !== undefined && { to }), withdrawn, at },
    },
  ];
}
