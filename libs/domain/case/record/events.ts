import type { LocalDate, PersonalValue } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface RecordEvents {
  /** Somebody says that what an event records is not so. The event stays as it is. */
  RecordDisputed: {
    /** The office that took the dispute in. */
    by: string;
    /** `d1`, `d2`, … */
    dispute: string;
    from: 'petitioner' | 'office';
    /** Revision of the event in the file of the case. */
    entry: number;
    /** Of its data. */
    field?: string;
    /** The petitioner's words are sealed; an office's are plain. */
    says: PersonalValue | string;
  };
  /** What the event records is read as this from now on; what stood stays in the event. */
  RecordCorrected: {
    by: string;
    entry: number;
    /** The local day on which the event happened: what is counted by day is counted anew on that day. */
    entryOn: LocalDate;
    /** Of the event. */
    type: string;
    field: string;
    /** Absent where it is personal: it is sealed in its own event. */
    before?: string | number;
    after: string | number | PersonalValue;
    reasons: string;
    dispute?: string;
  };
  /** Whoever lost the query code has another one; the one before stops working. `receipt` is its keyed hash. */
  QueryCodeReissued: { by: string; checked: string; receipt?: string };
  /**
   * Somebody opened what is sealed in the file: who, as the event's actor, for which office, which fields and why. The
   * fields are JSON Pointers into the data of the entry.
   */
  PersonalRead: {
    by: string;
    read: readonly { entry: number; fields: readonly string[] }[];
    reasons: string;
  };
  DisputeSettled: {
    by: string;
    dispute: string;
    outcome: 'corrected' | 'struck' | 'rejected';
    reasons: string;
  };
}

export type RecordEvent = EventOf<RecordEvents>;

export const recordVersions: Readonly<Record<RecordEvent['type'], number>> = {
  RecordDisputed: 1,
  RecordCorrected: 1,
  QueryCodeReissued: 1,
  PersonalRead: 1,
  DisputeSettled: 1,
};
