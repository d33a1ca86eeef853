import type { LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 日清单, 月通报, 月分析, 季度排名 */
export const BULLETIN_KINDS = [
  'daily-list',
  'monthly-circular',
  'monthly-analysis',
  'quarterly-ranking',
] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

export interface BulletinEvents {
  /** The document as it went out, and all that is needed to make the same bytes from the log again. */
  BulletinIssued: {
    kind: BulletinKind;
    /** Whose list it is; absent where it is for all offices. */
    office?: string;
    period: { from: LocalDate; to: LocalDate; timeZone: string };
    /** The instant at which it was judged what is late. */
    at: Instant;
    /** What falls due within so many days counts as due soon. */
    dueSoon_days: number;
    /** Everything in the log up to here was counted. */
    position: number;
    /** Of the document's canonical bytes, in hex. */
    sha256: string;
    document: Readonly<Record<string, unknown>>;
  };
}

export type BulletinEvent = EventOf<BulletinEvents>;

/** The version that each is stored in today. */
export const bulletinVersions: Readonly<Record<BulletinEvent['type'], number>> = { BulletinIssued: 1 };
