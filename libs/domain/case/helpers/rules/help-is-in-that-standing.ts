import type { Verdict } from '../../../decider';
import type { HelpersState } from '../state';

/** Help is given by an office that was called in, and assessed when it has been given. */
export const helpIsInThatStanding = (
  { helpers }: HelpersState,
  helper: string,
  standing: 'called' | 'given',
): Verdict =>
  helpers[helper]?.status === standing ? undefined : { code: 'no-such-help', facts: { helper, standing } };
