import type { Verdict } from '../../decider';

/** Where somebody judges, the order says why (Art. 40); what the record itself calls for cites the record. */
export const anOrderByHandGivesItsReasons = (reasons: string | undefined): Verdict =>
  reasons === undefined ? { code: 'supervision-unreasoned' } : undefined;
