import type { Verdict } from '../../../decider';
import type { AttachmentState } from '../state';

const FILES_MAX = 100;

/** A case holds at most a hundred files. */
export const aCaseHoldsAtMostAHundredFiles = ({ files }: AttachmentState): Verdict =>
  files < FILES_MAX ? undefined : { code: 'too-many-attachments', facts: { files } };
