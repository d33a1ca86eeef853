import { JOINT_CONFERENCE } from '../case/spine/common-superior';
import type { Offices } from '../decider';
import { isKeptFrom } from '../kept-from';

const LEVELS_MAX = 20;

/** Who decides a dispute: the next office above the first reviewer that may, and the joint conference where there is none. */
export function secondReviewer(
  first: string,
  foundOn: string,
  keptFrom: readonly string[],
  offices: Offices,
): string {
  let above = offices.superior(first);
  for (let level = 0; above !== undefined && level < LEVELS_MAX; level++) {
    if (above !== first && above !== foundOn && !isKeptFrom(above, keptFrom, offices)) return above;
    above = offices.superior(above);
  }
  return JOINT_CONFERENCE;
}
