import type { Verdict } from '../../../decider';
import { openInstalments, type AgreementState } from '../state';

/** What an agreement promises is kept before the case is closed (Art. 33). */
export function everyInstalmentIsKept(state: AgreementState): Verdict {
  const [open] = openInstalments(state);
  return open && { code: 'instalment-open', facts: { instalment: open.instalment } };
}
