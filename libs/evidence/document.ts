import type { Instant } from '@huiyin/policy';
import type { ResponsibilityChain } from './chain';
import type { Clock } from './clocks';
import type { MessageSent } from './messages';

/** Raised with every change of what a document holds or how it is worded: an older one is then known for what it is. */
export const EVIDENCE_FORMAT = 'huiyin-evidence/1';

/** One event, cited by its position in the log. */
export interface TimelineEntry {
  position: number;
  stream: string;
  type: string;
  at: Instant;
  /** The office that acted. */
  office: string;
}

/** One supervision order: its events by position, and how it ended. */
export interface SupervisionEntry {
  id: string;
  by: string;
  office: string;
  trigger: string;
  orderedAt: Instant;
  repliedAt?: Instant;
  closedAt?: Instant;
  solved?: boolean;
  positions: readonly number[];
}

/**
 * What the log has to say about how a case was handled. Every line names the log positions that it rests on; nothing
 * in it is personal beyond the subject ids of post holders.
 */
export interface EvidenceDocument {
  format: typeof EVIDENCE_FORMAT;
  caseId: string;
  /** Log position: everything up to it is in, nothing after it. */
  upTo: number;
  /** When the event at the end of the record was written down: what still ran is judged as of then. */
  asOf: Instant;
  timeline: readonly TimelineEntry[];
  clocks: readonly Clock[];
  chain: ResponsibilityChain;
  messages: readonly MessageSent[];
  supervision: readonly SupervisionEntry[];
}
