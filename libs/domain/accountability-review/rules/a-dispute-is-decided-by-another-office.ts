import type { Verdict } from '../../decider';

/** Neither the office that found first nor the one that was found on decides the dispute (Art. 28). */
export const aDisputeIsDecidedByAnotherOffice = (
  first: string,
  foundOn: string,
  deciding: string,
): Verdict =>
  deciding === first || deciding === foundOn
    ? { code: 'same-reviewer', facts: { office: deciding } }
    : undefined;
