import type { Verdict } from '../../../decider';

interface Bringing {
  kind: string;
  persons: number;
  representatives: number;
}

/** One person brings an individual petition, two or more a joint one, and no more represent it than bring it (Art. 20). */
export function whoBringsItIsOneOrSeveral({ kind, persons, representatives }: Bringing): Verdict {
  const unfit =
    (kind === 'individual' && persons !== 1) ||
    (kind === 'joint' && persons < 2) ||
    (kind === 'joint' && representatives > persons);
  return unfit ? { code: 'persons-unfit', facts: { kind, persons, representatives } } : undefined;
}
