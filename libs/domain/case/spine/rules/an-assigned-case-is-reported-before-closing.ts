import type { Verdict } from '../../../decider';
import type { In } from '../state';

/** An assigned case (交办) is closed only after its closing report (Art. 22). */
export const anAssignedCaseIsReportedBeforeClosing = (state: In<'answered'>): Verdict =>
  state.mode === 'assign' && !state.reported ? { code: 'closing-report-missing' } : undefined;
