import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmacSha256 } from './hmac';

test('is what Node says an HMAC is, for any key of up to a block and any text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (key, text) => {
        const ours = hmacSha256(Buffer.from(key));
        for (const encoding of ['binary', 'base64url'] as const)
          expect(ours(text, encoding)).toBe(createHmac('sha256', key).update(text).digest(encoding));
      },
    ),
  );
});

test('takes no longer key', () => expect(() => hmacSha256(Buffer.alloc(65))).toThrow(RangeError));
