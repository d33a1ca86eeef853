import type { Instant } from '@huiyin/policy';
import type { Finding } from './events';

/** One finding of a review, with what stood before it and whether it is under dispute. */
export interface Found {
  /** Who answers for it now. */
  office: string;
  /** On whose standing a fault counts: the office that it was found on first, whoever took over since. */
  countsFor: string;
  finding: Finding;
  /** What was found first, where a dispute has changed it. */
  was?: Finding;
  happenedAt?: Instant;
  /** Absent: it has not been disputed. */
  dispute?: 'open' | 'settled';
  /** The office that decides the dispute. */
  to?: string;
}

/** Key of the finding on the office under review, which has no link of its own. */
export const ITSELF = '';
export const keyOf = ({ link }: { link?: string | undefined }): string => link ?? ITSELF;

export const confirmed = ({
  office,
  finding,
  happenedAt,
}: {
  office: string;
  finding: Finding;
  happenedAt?: Instant;
}): Found => ({ office, countsFor: office, finding, ...(happenedAt && { happenedAt }) });

/** `was`: what stood, where the dispute has changed it. */
export const settled = (found: Found, finding: Finding, was: Finding | undefined): Found => ({
  ...found,
  finding,
  dispute: 'settled',
  ...(was && { was }),
});

/** The fault of an office that stands in a review: confirmed, not under dispute, not taken back. Undefined where none does. */
export function faultThatStands(
  found: Readonly<Record<string, Found>>,
  office: string,
): (Finding & { outcome: 'fault'; happenedAt?: Instant }) | undefined {
  for (const one of Object.values(found)) {
    const { finding, happenedAt, dispute } = one;
    if (one.countsFor !== office || dispute === 'open' || finding.outcome !== 'fault') continue;
    return { ...finding, ...(happenedAt && { happenedAt }) };
  }
  return undefined;
}
