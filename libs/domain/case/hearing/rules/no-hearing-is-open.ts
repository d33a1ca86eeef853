import type { Verdict } from '../../../decider';
import type { HearingState } from '../state';

/** A hearing is held and recorded before the next one, and before the closing (Art. 31). */
export const noHearingIsOpen = ({ status }: HearingState): Verdict =>
  status === 'announced' || status === 'running' ? { code: 'hearing-open' } : undefined;
