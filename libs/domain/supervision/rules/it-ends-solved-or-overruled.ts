import type { Duty } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** The matter has an answer, or is none any more. */
const ANSWERED = ['answered', 'closed', 'closed-with-lead', 'directed', 'struck'];

interface Looked {
  status: string;
}

/** Solved is what it is about: the duty is met or has gone, or the case is answered. Otherwise it is overruled (Art. 40). */
export function itEndsSolvedOrOverruled(
  { dutyId, caseId }: Under,
  looked: Looked | undefined,
  duties: readonly Duty[],
): Verdict {
  const duty = duties.find(({ id }) => id === dutyId);
  const status = duty?.status ?? looked?.status ?? 'unknown';
  const solved = duty ? status !== 'open' && status !== 'paused' : ANSWERED.includes(status);
  if (solved) return undefined;
  return { code: 'supervision-unsolved', facts: { case: caseId, status, ...(dutyId && { dutyId }) } };
}
