import { readCheckpointText } from './checkpoint-text';
import type { VerifierKey } from './key';
import { BadNote, formatNote, openNote } from './note';
import type { Signer } from './signer';

/** What a log says of itself at one size. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
  extensions: readonly string[];
}

/** A line feed would end a line, and an empty line the text. */
const LINE = /^[^\p{Cc}]+$/u;

export function formatCheckpointText({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), root.toString('base64'), ...extensions];
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`);
  for (const line of lines) if (!LINE.test(line)) throw new RangeError(`not a line: ${JSON.stringify(line)}`);
  return `${lines.join('\n')}\n`;
}

/** Throws BadNote for text that is no checkpoint, or of a tree that no number here can hold. */
export function parseCheckpointText(text: string): Checkpoint {
  const read = readCheckpointText(text);
  if (!read) throw new BadNote('the text is no checkpoint: origin, size and root, each on its line');
  if (read.size > BigInt(Number.MAX_SAFE_INTEGER)) throw new BadNote(`a tree of ${read.size} is too large`);
  return { ...read, size: Number(read.size) };
}

/** More than one signer where a key is handed over. */
export const signCheckpoint = (checkpoint: Checkpoint, ...signers: readonly Signer[]): string => {
  const text = formatCheckpointText(checkpoint);
  return formatNote(
    text,
    signers.map((signer) => signer.sign(text)),
  );
};

/** A checkpoint that one of the keys signed. Throws BadNote. */
export const openCheckpoint = (note: string, keys: readonly VerifierKey[]): Checkpoint =>
  parseCheckpointText(openNote(note, keys).text);
