import { accept, type Offices } from '../../../decider';
import { when, type Step } from '../../step';
import type { SpineEvent } from '../events';
import type { CaseState } from '../../state';

/** Who took over from the offices that have the case: split, merged or abolished, its successor answers (Art. 24). */
export function successions(state: CaseState, offices: Offices): SpineEvent[] {
  if (state.status === 'unregistered') return [];
  const { offer } = state.parts;
  const having = new Set([
    state.receiver,
    ...('office' in state ? [state.office] : []),
    ...(offer.status === 'offered' ? [offer.to] : []),
  ]);
  return [...having].flatMap((from) => {
    const to = offices.successor(from);
    return to === from
      ? []
      : [{ type: 'OfficeReplaced' as const, data: { by: to, from, to, why: 'succession' as const } }];
  });
}

export const passOnCase: Step<'PassOnCase'> = (_, state, { offices }) =>
  when(
    state,
    [
      'registered',
      'sorted',
      'sent',
      'acknowledged',
      'objected',
      'accepted',
      'answered',
      'closed',
      'directed',
    ],
    () => accept(...successions(state, offices)),
  );
