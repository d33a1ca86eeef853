import type { Verdict } from '../../../decider';
import { staff } from '../../../kept-from';

/** Staff with a direct interest have recused, and take no step (Art. 28). */
export const recusedStaffDoNotAct = (actor: string, keptFrom: readonly string[]): Verdict =>
  keptFrom.includes(staff(actor)) ? { code: 'staff-recused' } : undefined;
