import type { PersonalValue } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface AttachmentEvents {
  /** The file itself is kept sealed beside the log, under the key of the petitioner. */
  FileAttached: {
    by: string;
    /** UUID. */
    attachment: string;
    name?: PersonalValue;
    /** Media type, as its content was found to be. */
    type: string;
    size_bytes: number;
    /** Of the sealed bytes: it tells nothing of the file, and proves it after the key is gone. */
    sha256: string;
  };
}

export type AttachmentEvent = EventOf<AttachmentEvents>;

export const attachmentVersions: Readonly<Record<AttachmentEvent['type'], number>> = { FileAttached: 1 };
