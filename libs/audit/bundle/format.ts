import type { RawEvent } from '../log/event';

/*
 * A bundle is one file of JSON lines, in this order:
 *   {"bundle":"huiyin-audit","version":1,"scope":"all"|"case","stream"?,"origin","exportedAt"}
 *   {"key":"name+id+key"}                 the log's verifier key (C2SP)
 *   {"checkpoint":"…"}                    the signed checkpoint, cosignatures and all
 *   {"handovers":["…"]}                   the checkpoints by which one signing key followed another; absent for one key
 *   {"closed":["…"]}                      the last checkpoints of closed epochs
 *   {"schemas":{…}}                       what the events' data looks like, for the reader
 *   {"tree":{"from":n,"prefix":["hex"]}}  hashes of the complete subtrees over the leaves before `from`
 *   {"leaves":"base64"} …                 40 bytes for each leaf from `from` to the checkpoint's size
 *   {"event":{…}} …                       the stored bytes, in position order
 *   {"end":{"leaves":n,"events":n}}
 */
export const BUNDLE = 'huiyin-audit';
export const BUNDLE_VERSION = 1;

export interface Header {
  bundle: string;
  version: number;
  scope: 'all' | 'case';
  /** The case's stream, for one case. */
  stream?: string;
  origin: string;
  exportedAt: string;
}

export type Line =
  | Header
  | { key: string }
  | { checkpoint: string }
  | { handovers: string[] }
  | { closed: string[] }
  | { schemas: Record<string, unknown> }
  | { tree: { from: number; prefix: string[] } }
  | { leaves: string }
  | { event: RawEvent }
  | { end: { leaves: number; events: number } };

/** What `huiyin verify` ends with. */
export const VERIFY_EXIT = {
  intact: 0,
  notIntact: 1,
  usage: 2,
  notABundle: 3,
  truncated: 4,
  newerFormat: 5,
  wrongKey: 6,
  badCheckpoint: 7,
} as const;
export type VerifyExit = (typeof VERIFY_EXIT)[keyof typeof VERIFY_EXIT];

/** The bundle cannot be judged; the message is one line. */
export class BadBundle extends Error {
  constructor(
    readonly exit: VerifyExit,
    message: string,
  ) {
    super(message);
  }
}
