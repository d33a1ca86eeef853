import { refuse, type Decision, type DecisionContext, type Issued } from '../decider';
import type { CaseCommand } from './commands';
import type { CaseEvent } from './events';
import type { CaseStatus } from './spine/state';
import type { CaseState, In } from './state';

export type Decided = Decision<CaseEvent>;
export type Given<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }> & Issued;
/** One step of a case: a command, decided in the states in which the step exists. */
export type Step<T extends CaseCommand['type']> = (
  command: Given<T>,
  state: CaseState,
  context: DecisionContext,
) => Decided;

/** A case on its ordinary way, from registration to closing. */
export const ORDINARY_WAY = [
  'registered',
  'sorted',
  'sent',
  'acknowledged',
  'objected',
  'accepted',
  'answered',
  'closed',
] as const satisfies readonly CaseStatus[];

/** The state, if it is one of those in which the step exists. */
export function when<S extends CaseStatus>(
  state: CaseState,
  statuses: readonly S[],
  decide: (state: In<S>) => Decided,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  if (!statuses.some((status) => status === state.status))
    return refuse('wrong-state', { status: state.status });
  return decide(state as In<S>);
}
