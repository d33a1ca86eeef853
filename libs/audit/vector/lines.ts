const NEWLINE = 0x0a;
/** Longest line that is held in memory. */
export const LINE_BYTES_MAX = 4 * 1_048_576;

/** A line of the input, or `undefined` for one that is too long or no UTF-8. */
export type Line = { text: string } | { problem: string };

/** The lines of a byte stream, one at a time; bounded memory whatever comes in. */
export async function* readLines(
  input: AsyncIterable<Uint8Array>,
  bytesMax = LINE_BYTES_MAX,
): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= bytesMax) held.push(part);
    else held = [];
  };
  const take = (): Line => {
    const line = length > bytesMax ? tooLong(bytesMax) : decode(Buffer.concat(held));
    held = [];
    length = 0;
    return line;
  };
  for await (const piece of input) {
    let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      add(rest.subarray(0, at));
      yield take();
      rest = rest.subarray(at + 1);
    }
    add(rest);
  }
  if (length > 0) yield take();
}

const tooLong = (bytesMax: number): Line => ({ problem: `the line is longer than ${bytesMax} bytes` });

function decode(bytes: Buffer): Line {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'the line is not valid UTF-8' };
  }
}
