import type { Verdict } from '../../decider';
import type { FAULT_KINDS, Finding } from '../events';

/** Wrongs against the petitioner or the truth, which are never only a matter of putting things right. */
const NEVER_SLIGHT: readonly (typeof FAULT_KINDS)[number][] = ['leak', 'retaliation', 'false-result'];

/** First the office above has things put right; discipline is for what had consequences (Art. 43–46). */
export const aSlightFaultIsPutRight = (finding: Finding): Verdict =>
  finding.outcome === 'fault' && finding.gravity === 'slight' && !NEVER_SLIGHT.includes(finding.kind)
    ? { code: 'too-slight-to-refer', facts: { kind: finding.kind } }
    : undefined;
