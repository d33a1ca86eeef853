import type { Post } from '@huiyin/policy';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface InstructionEvents {
  /** 批示: a leader's written order on the case, by the post and not by the name; `to` owns it and reports back. */
  InstructionGiven: {
    /** The office that recorded it, and judges the report. */
    by: string;
    /** `i1`, `i2`, … */
    instruction: string;
    post: Post;
    /** The office whose post it is. */
    of: string;
    to: string;
    /** The words of an office: plain, and without personal data. */
    text: string;
    reportWithin_days?: number;
  };
  /** `for`: the office that judges it. */
  InstructionReported: { by: string; instruction: string; for: string; text: string };
  InstructionReturned: {
    by: string;
    instruction: string;
    to: string;
    reasons: string;
    reportWithin_days?: number;
  };
  InstructionDone: { by: string; instruction: string; reasons: string };
}

export type InstructionEvent = EventOf<InstructionEvents>;

export const instructionVersions: Readonly<Record<InstructionEvent['type'], number>> = {
  InstructionGiven: 1,
  InstructionReported: 1,
  InstructionReturned: 1,
  InstructionDone: 1,
};
