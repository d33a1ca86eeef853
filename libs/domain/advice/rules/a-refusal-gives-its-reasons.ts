import type { PolicyPack } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** Who refuses advice says why, at once; under the local option within the period that the option sets. */
export const aRefusalGivesItsReasons = (
  { options = [] }: PolicyPack,
  reasons: string | undefined,
): Verdict =>
  reasons !== undefined || options.includes('advice-refusal-reasons')
    ? undefined
    : { code: 'refusal-without-reasons' };
