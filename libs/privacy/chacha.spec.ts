import { byNode, bySodium } from './chacha';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** RFC 8439, section 2.8.2. */
const KEY = bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
const NONCE = bytes('070000004041424344454647');
const ASSOCIATED = bytes('50515253c0c1c2c3c4c5c6c7');
const PLAIN = Buffer.from(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
);
const BODY = bytes(
  'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b' +
    '1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc' +
    '3ff4def08e4b7a9de576d26586cec64b6116' +
    '1ae10b594f09e26a7e902ecbd0600691',
);

test.each([
  ['Node', byNode],
  ['libsodium', bySodium],
])('%s gives what RFC 8439 says, and for an empty text a tag alone', (_, encrypt) => {
  expect(encrypt!(KEY, NONCE, PLAIN, ASSOCIATED)).toEqual(BODY);
  expect(encrypt!(KEY, NONCE, Buffer.alloc(0), ASSOCIATED)).toEqual(
    byNode(KEY, NONCE, Buffer.alloc(0), ASSOCIATED),
  );
});
