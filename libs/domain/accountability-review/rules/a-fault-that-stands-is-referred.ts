import type { Verdict } from '../../decider';
import type { Found } from '../found';

/** Discipline gets what is confirmed as a fault, and neither disputed nor taken back. */
export const aFaultThatStandsIsReferred = ({ finding, dispute }: Found): Verdict =>
  finding.outcome === 'fault' && dispute !== 'open' ? undefined : { code: 'no-fault-to-refer' };
