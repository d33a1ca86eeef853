import { own } from '@huiyin/kernel';
import { refuse, unlessRefused, type Decision, type Issued } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { keyOf } from './found';
import type { OpenedReview } from './state';

type Decided = Decision<ReviewEvent>;
type Given<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }> & Issued;

/** What an office has to put right hangs on a fault that stands. */
export function orderRemedy({ data, office: acting }: Given<'OrderRemedy'>, state: OpenedReview): Decided {
  const { link, text, within_days } = data;
  const found = own(state.parts.findings.found, keyOf(data));
  if (!found) return refuse('finding-unknown');
  if (found.finding.outcome !== 'fault' || found.dispute === 'open') return refuse('no-fault-stands');
  const { by, caseId } = state;
  const remedy = `r${state.parts.remedies.made + 1}`;
  const about = { by, office: found.office, caseId, ...(link !== undefined && { link }) };
  return unlessRefused([onlyTheHolderActs(by, acting)], {
    type: 'RemedyOrdered',
    data: { ...about, remedy, text, within_days },
  });
}

export function carryOutRemedy({ data, office }: Given<'CarryOutRemedy'>, state: OpenedReview): Decided {
  const { remedy, text } = data;
  const ordered = own(state.parts.remedies.items, remedy);
  if (ordered?.status !== 'open') return refuse('remedy-unknown', { remedy });
  return unlessRefused([onlyTheHolderActs(ordered.office, office)], {
    type: 'RemedyCarriedOut',
    data: { by: ordered.office, remedy, text },
  });
}
