import { hashOfRecord, RECORD_BYTES } from '../log/leaf';
import { sameHash } from '../merkle/hash';
import type { Checkpoint } from '../note/checkpoint';
import { isSameKey } from '../note/handover';
import { hexId, type VerifierKey } from '../note/key';
import { trustFrom, type Trust } from '../note/trust';
import { compactTree } from './compact';
import { BadBundle, VERIFY_EXIT, type VerifyExit } from './format';
import { classify, firstMismatch, revisionAt, type Mismatch } from './judge';
import { assertInForce, keyOf, readCheckpoint, type ReadCheckpoint } from './keys';
import { openLeaves, tagOf, type Leaves } from './leaves';
import { eventsOf, openBundle, type Opened } from './read';

export interface VerifyOptions {
  /** The verifier key known from elsewhere; without it, the bundle's own. */
  key?: string | undefined;
  /** A checkpoint known from elsewhere: the text of a signed note of the same log. */
  checkpoint?: string | undefined;
}

export interface VerifyResult {
  exit: VerifyExit;
  /** One line. */
  message: string;
}

/** Said of what was judged by the key that it brings. */
export const OWN_KEY = '; the key is the bundle’s own: compare it with the one published';

/** Said where another key than the one given has signed, which it leads to. */
const followedKey = (given: VerifierKey, { by }: ReadCheckpoint): string =>
  by.some((key) => isSameKey(key, given))
    ? ''
    : `; signed by the key ${hexId(by[0]!.id)}, to which the one given was handed on`;

export const notIntact = (message: string): VerifyResult => ({
  exit: VERIFY_EXIT.notIntact,
  message: `NOT INTACT: ${message}`,
});

/** Judges a bundle from the file alone. Never rejects for what stands in it. */
export async function verifyBundle(file: string, options: VerifyOptions = {}): Promise<VerifyResult> {
  try {
    const opened = await openBundle(file);
    const given = options.checkpoint;
    const key = keyOf(options.key ?? opened.key, options.key === undefined);
    const trust = trustFrom(key, [...opened.handovers, ...(given === undefined ? [] : [given])]);
    const checkpoint = readCheckpoint(opened.checkpoint, trust, 'the bundle');
    assertInForce(checkpoint, trust);
    if (checkpoint.origin !== opened.header.origin)
      throw new BadBundle(VERIFY_EXIT.badCheckpoint, 'the checkpoint of the bundle is of another log');
    const known = given === undefined ? undefined : readCheckpoint(given, trust, 'the file given');
    const told = options.key === undefined ? OWN_KEY : followedKey(key, checkpoint);
    return judgeTree(opened, checkpoint, known, trust) ?? (await judgeEvents(file, opened, checkpoint, told));
  } catch (error) {
    if (error instanceof BadBundle) return { exit: error.exit, message: error.message };
    throw error;
  }
}

/** Whether the leaves lead to the signed root, and to that of the checkpoint known from elsewhere. */
function judgeTree(
  opened: Opened,
  signed: Checkpoint,
  known: Checkpoint | undefined,
  trust: Trust,
): VerifyResult | undefined {
  let earlier = known;
  if (known && known.origin !== signed.origin) {
    const named = signed.extensions.includes(
      `after ${known.origin} ${known.size} ${known.root.toString('base64')}`,
    );
    if (!named)
      return notIntact(`the log does not go on from the checkpoint of ${known.origin} at ${known.size}`);
    earlier = undefined;
  }
  if (earlier && earlier.size > signed.size)
    return notIntact(
      `the checkpoint given covers ${earlier.size} events, the bundle ${signed.size}: cut from the tail`,
    );
  if (earlier && earlier.size < opened.from)
    throw new BadBundle(VERIFY_EXIT.usage, `the bundle begins at ${opened.from}, after the checkpoint given`);
  const passed = trust.handovers
    .map(({ checkpoint }) => checkpoint)
    .filter(({ origin, size }) => origin === signed.origin && size >= opened.from);
  const roots = rootsOf(
    opened,
    [earlier, ...passed].map((one) => one?.size ?? -1),
  );
  if (!roots || roots.size !== signed.size || !sameHash(roots.last, signed.root))
    return notIntact('the leaves are not those of the signed checkpoint');
  const differs = ({ size, root }: Checkpoint): boolean => {
    const found = roots.at.get(size);
    return !found || !sameHash(found, root);
  };
  if (earlier && differs(earlier))
    return notIntact(`the first ${earlier.size} events are not those of the checkpoint given`);
  const other = passed.find(differs);
  return other && notIntact(`the first ${other.size} events are not those at which the key was handed over`);
}

/** The roots at these sizes, and the last one; undefined for leaves that are no tree. */
function rootsOf({ from, prefix, leaves }: Opened, sizes: readonly number[]) {
  try {
    const tree = compactTree(from, prefix);
    const at = new Map<number, Buffer>();
    const note = (): void => void (sizes.includes(tree.size) && at.set(tree.size, tree.root()));
    note();
    for (const piece of leaves) {
      for (let offset = 0; offset < piece.length; offset += RECORD_BYTES) {
        tree.add(hashOfRecord(piece.subarray(offset, offset + RECORD_BYTES)));
        note();
      }
    }
    return { size: tree.size, last: tree.root(), at };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function judgeEvents(
  file: string,
  opened: Opened,
  { size, origin }: Checkpoint,
  told: string,
): Promise<VerifyResult> {
  const { scope, stream } = opened.header;
  if (scope === 'all' && opened.from !== 0) return notIntact('the first leaves are missing');
  const leaves = openLeaves(opened.from, opened.leaves);
  const mismatch = await firstMismatch(eventsOf(file), leaves, stream);
  if (mismatch) {
    const damage = await classify(mismatch, eventsOf(file), leaves);
    const name = await nameOf(file, mismatch, leaves, stream);
    const revision = mismatch.extra ? mismatch.event!.revision : revisionAt(mismatch.position, leaves);
    return notIntact(`position ${mismatch.position} (${name}, revision ${revision}): ${damage}`);
  }
  // A bundle may begin behind all that a case has: then the leaves are right, and show nothing of it.
  if (stream !== undefined && opened.events === 0)
    return notIntact(`the leaves shown hold no event of ${stream}`);
  const what = scope === 'all' ? 'the whole log' : stream;
  return {
    exit: VERIFY_EXIT.intact,
    message: `INTACT: ${what}, ${opened.events} events, under the checkpoint of ${origin} at ${size}${told}`,
  };
}

/** The stream that was signed at the position, where the bundle knows its name. */
async function nameOf(
  file: string,
  { position, extra, event }: Mismatch,
  leaves: Leaves,
  stream: string | undefined,
): Promise<string> {
  if (extra) return event!.stream;
  const tag = leaves.tag(position);
  if (stream !== undefined && tagOf(stream) === tag) return stream;
  for await (const other of eventsOf(file)) if (tagOf(other.stream) === tag) return other.stream;
  return `stream ${tag}`;
}
