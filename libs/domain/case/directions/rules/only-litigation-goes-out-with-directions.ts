import type { Verdict } from '../../../decider';

/** Only a claim on the litigation route is shown the way to a court; the others are handled (Art. 31). */
export function onlyLitigationGoesOutWithDirections(
  litigation: readonly string[],
  directed: readonly string[],
): Verdict {
  const other = directed.find((claim) => !litigation.includes(claim));
  return other === undefined ? undefined : { code: 'not-for-directions', facts: { claim: other } };
}
