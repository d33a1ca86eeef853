import type { Verdict } from '../../../decider';
import type { HelpersState } from '../state';

/** An office that was called in answers before it is called again. */
export const aHelperIsCalledOnceAtATime = ({ helpers }: HelpersState, helper: string): Verdict =>
  helpers[helper]?.status === 'called' ? { code: 'helper-called-already', facts: { helper } } : undefined;
