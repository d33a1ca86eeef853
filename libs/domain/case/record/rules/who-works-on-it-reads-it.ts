import type { Verdict } from '../../../decider';
import type { CaseState } from '../../state';
import { onlyAnOfficeOfTheCaseActs } from '../../spine/rules/only-an-office-of-the-case-acts';

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

/** What the petitioner told is read by the office that received the case, the one that has it, and the one that reviews it. */
export const whoWorksOnItReadsIt = (state: Registered, acting: string | undefined): Verdict => {
  const { review } = state.parts;
  return 'by' in review && review.by === acting ? undefined : onlyAnOfficeOfTheCaseActs(state, acting);
};
