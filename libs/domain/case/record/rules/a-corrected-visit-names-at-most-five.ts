import type { DecisionContext, Verdict } from '../../../decider';
import { aJointVisitNamesAtMostFive } from '../../spine/rules/a-joint-visit-names-at-most-five';
import { presentIn } from '../present';

/** A correction does not say of a visit what could not have been registered (Art. 20). */
export function aCorrectedVisitNamesAtMostFive(
  { history }: Pick<DecisionContext, 'history'>,
  entry: number,
  field: string,
  after: string | number,
): Verdict {
  if (entry !== 0) return undefined;
  const now = (name: string) => (name === field ? after : presentIn(history, entry, name));
  return aJointVisitNamesAtMostFive(String(now('channel')), Number(now('representatives')));
}
