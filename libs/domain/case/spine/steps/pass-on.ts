import { accept, type Offices } from '../../../decider';
import { ORDINARY_WAY, when, type Step } from '../../step';
import type { SpineEvent } from '../events';
import type { CaseState } from '../../state';
import { successionsOf } from '../../../succession';
import { stillHelping } from '../../helpers/state';
import { instructed } from '../../instruction/state';

/** Who took over from the offices that have the case, or were asked for something on it (Art. 24). */
export function successions(state: CaseState, offices: Offices): SpineEvent[] {
  if (state.status === 'unregistered') return [];
  const { offer, helpers, instruction, review, hearing } = state.parts;
  return successionsOf(
    [
      state.receiver,
      ...('office' in state ? [state.office] : []),
      ...(offer.status === 'offered' ? [offer.to] : []),
      ...stillHelping(helpers),
      ...instructed(instruction),
      ...('by' in review ? [review.by] : []),
      ...('by' in hearing ? [hearing.by] : []),
    ],
    offices,
  );
}

export const passOnCase: Step<'PassOnCase'> = (_, state, { offices }) =>
  when(state, [...ORDINARY_WAY, 'directed'], () => accept(...successions(state, offices)));
