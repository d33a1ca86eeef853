import { fromBase64 } from './base64';
import { signedMessage } from './cosignature';
import { hexId, isKeyName, type VerifierKey } from './key';

/** C2SP signed-note. */
export interface NoteSignature {
  name: string;
  id: number;
  /** What follows the key id. */
  signature: Buffer;
  /** The line as it stands in the note, without the newline. */
  line: string;
}

export interface Note {
  /** Ends in a newline. */
  text: string;
  signatures: NoteSignature[];
}

export interface OpenedNote extends Note {
  /** The signatures by known keys, all of them right. */
  verified: { key: VerifierKey; signature: NoteSignature }[];
}

/** The note is malformed, or not signed as it must be; the message says how. */
export class BadNote extends Error {}

const SIGNATURES_MAX = 100;
const NOTE_CHARS_MAX = 1_000_000;
const DASH = '\u2014 ';
const ID_BYTES = 4;

/** Throws BadNote. */
export function parseNote(note: string): Note {
  if (note.length > NOTE_CHARS_MAX) throw new BadNote(`longer than ${NOTE_CHARS_MAX} characters`);
  if (!note.isWellFormed()) throw new BadNote('not valid UTF-8');
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new BadNote('a control character other than newline');
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) throw new BadNote('no blank line between text and signatures');
  const block = note.slice(blank + 2);
  if (block === '') throw new BadNote('no signature line');
  if (!block.endsWith('\n')) throw new BadNote('the last line does not end in a newline');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new BadNote(`more than ${SIGNATURES_MAX} signatures`);
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}

export function parseSignature(line: string): NoteSignature {
  const space = line.indexOf(' ', DASH.length);
  if (!line.startsWith(DASH) || space < 0) throw new BadNote('a line below the text is no signature line');
  const name = line.slice(DASH.length, space);
  if (!isKeyName(name)) throw new BadNote('a signature line has no proper key name');
  const bytes = fromBase64(line.slice(space + 1));
  if (!bytes) throw new BadNote(`the signature of ${name} is not base64`);
  if (bytes.length <= ID_BYTES) throw new BadNote(`the signature of ${name} is too short`);
  return { name, id: bytes.readUInt32BE(0), signature: bytes.subarray(ID_BYTES), line };
}

/**
 * Reads a note that at least one of the keys signed. Signatures by other keys are ignored; a wrong one by a known key
 * spoils the note; only the first line of a key counts. Throws BadNote.
 */
export function openNote(note: string, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified: OpenedNote['verified'] = [];
  for (const signature of signatures) {
    const [key, other] = keys.filter(({ name, id }) => name === signature.name && id === signature.id);
    if (!key || verified.some((one) => one.key === key)) continue;
    const named = `${key.name}+${hexId(key.id)}`;
    if (other) throw new BadNote(`the key ${named} is given twice`);
    const signed = signedMessage(key, text, signature.signature);
    if (!signed || !key.verify(signed.message, signed.signature))
      throw new BadNote(`the signature of ${named} does not fit the text`);
    verified.push({ key, signature });
  }
  if (verified.length === 0) throw new BadNote('not signed by any of the keys');
  return { text, signatures, verified };
}

export const formatSignature = (name: string, id: number, signature: Uint8Array): string => {
  const bytes = Buffer.alloc(ID_BYTES + signature.length);
  bytes.writeUInt32BE(id);
  bytes.set(signature, ID_BYTES);
  return `${DASH}${name} ${bytes.toString('base64')}`;
};

/** Text and signature lines to a note. Throws BadNote for a text that no note can have. */
export function formatNote(text: string, lines: readonly string[]): string {
  if (!text.endsWith('\n')) throw new BadNote('the text does not end in a newline');
  const note = `${text}\n${lines.map((line) => `${line}\n`).join('')}`;
  parseNote(note);
  return note;
}
