import fc from 'fast-check';
import { Readable } from 'node:stream';
import { decoded, NOT_UTF8 } from './decode';

async function decode(bytes: Buffer, piece_bytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece_bytes) pieces.push(bytes.subarray(at, at + piece_bytes));
  let text = '';
  for await (const part of decoded(Readable.from(pieces))) text += part;
  return text;
}

test('good text comes as it is, wherever a piece of it ends', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'aé件\u{1F600}\uFFFD\uFEFF\r\n') });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (given, piece) => {
      expect(await decode(Buffer.from(given), piece)).toBe(given);
    }),
  );
});

test('a line that is no UTF-8 is marked, and no other', async () => {
  const gbk = Buffer.from([0xc2, 0xb7, 0xc3, 0xe6]);
  const bytes = Buffer.concat([Buffer.from('路\n'), gbk, Buffer.from(',x\n件\uFFFD\n')]);
  for (const piece of [1, 3, 100]) {
    const [before, broken, after] = (await decode(bytes, piece)).split('\n');
    expect([before, after]).toEqual(['路', '件\uFFFD']);
    expect(broken).toMatch(new RegExp(`${NOT_UTF8}.*,x$`));
  }
});
