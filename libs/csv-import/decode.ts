import { isUtf8 } from 'node:buffer';

/** Stands for bytes that are no UTF-8. A code point that no text holds; the replacement character may be in a good one. */
export const NOT_UTF8 = '\uFFFF';

/** More than this without a line break is given on as it is. */
const HELD_BYTES_MAX = 4 * 1_048_576;
const NEWLINE = 0x0a;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file, piece by piece; only the lines that are no UTF-8 are marked, whatever stands around them. */
export async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([held, piece]);
    const end = bytes.length > HELD_BYTES_MAX ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1;
    held = bytes.subarray(end);
    if (end > 0) yield textOf(bytes.subarray(0, end));
  }
  if (held.length > 0) yield textOf(held);
}

function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline + 1;
    text += lineOf(bytes.subarray(from, end));
    from = end;
  }
  return text;
}

const lineOf = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString('utf8') : decoder.decode(bytes).replaceAll('\uFFFD', NOT_UTF8);
