import type { Offices } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import type { RuleBook } from '@huiyin/policy';

/** What a step that has fallen due is taken in. */
export interface Circumstances {
  stream: string;
  history: readonly StoredEvent[];
  /** The case that the stream is about; of the cases that advice rests on, the first. */
  caseId: string;
  /** All of them. */
  caseIds: readonly string[];
  /** The same as `history` for the stream's own case. */
  historyOf: (caseId: string) => Promise<readonly StoredEvent[]>;
  rules: RuleBook;
  offices: Offices;
}
