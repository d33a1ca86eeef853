import { accept } from '../decider';
import { owedBeforeClosing } from './rules/owed-before-closing';
import { evolve, type CaseState } from './state';
import type { Decided } from './step';

/**
 * The clock of closing stands still while something stops the closing: says so with the step that brings it about,
 * and again with the step that ends it.
 */
export function withDeferral(state: CaseState, decided: Decided): Decided {
  if (!decided.ok || decided.events.length === 0) return decided;
  // Nothing stops the closing of what only begins.
  if (state.status === 'unregistered') return decided;
  const after = decided.events.reduce(evolve, state);
  if (after.status !== 'answered') return decided;
  const { office: by, deferred } = after;
  const owed = owedBeforeClosing(after.parts).find((verdict) => verdict !== undefined);
  if (owed && !deferred)
    return accept(...decided.events, { type: 'ClosingDeferred', data: { by, cause: owed.code } });
  if (!owed && deferred) return accept(...decided.events, { type: 'ClosingResumed', data: { by } });
  return decided;
}
