import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseEvent } from '../events';
import { petitionClaims } from '../spine/claims';
import type { CaseState } from '../state';
import { when, type Decided } from '../step';
import type { DirectionsCommand } from './commands';
import { onlyLitigationGoesOutWithDirections } from './rules/only-litigation-goes-out-with-directions';

export function decideDirections(command: DirectionsCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'DirectClaims':
      return directClaims(command, state);
    default:
      return unreachable(command.type);
  }
}

/** Where nothing is left for the petition way, it ends here: a court's matter has no petition clock. */
const directClaims = ({ data, office }: DirectionsCommand & Issued, state: CaseState): Decided =>
  when(state, ['sorted', 'sent', 'acknowledged', 'accepted', 'answered'], (sorted) => {
    const by = sorted.receiver;
    const directed = data.directions.map(({ claim }) => claim);
    const events: CaseEvent[] = [{ type: 'ClaimsDirected', data: { by, ...data } }];
    const all = sorted.litigation.every((claim) => directed.includes(claim));
    if (sorted.status === 'sorted' && all && petitionClaims(sorted).length === 0)
      events.push({ type: 'CaseDirected', data: { by } });
    return unlessRefused(
      [onlyTheHolderActs(by, office), onlyLitigationGoesOutWithDirections(sorted.litigation, directed)],
      ...events,
    );
  });
