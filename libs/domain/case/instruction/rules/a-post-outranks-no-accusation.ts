import type { Verdict } from '../../../decider';
import type { Offices } from '../../../decider';
import { theAccusedNeverHandle } from '../../recusal/rules/the-accused-never-handle';

/** An office that the case is kept from neither instructs in it nor is instructed (Art. 30). */
export const aPostOutranksNoAccusation = (
  offices: Offices,
  keptFrom: readonly string[],
  of: string,
  to: string,
): Verdict => theAccusedNeverHandle(of, keptFrom, offices) ?? theAccusedNeverHandle(to, keptFrom, offices);
