import { randomUUID } from 'node:crypto';
import { inMemoryPrivacy, type QueryCodes } from '.';

let codes: QueryCodes;
let others: QueryCodes;
beforeAll(async () => {
  codes = (await inMemoryPrivacy()).queryCodes;
  others = (await inMemoryPrivacy()).queryCodes;
});

describe('a query code', () => {
  it('is 28 letters of 32, in groups of four', () => {
    const all = Array.from({ length: 500 }, () => codes.codeFor(randomUUID()));
    for (const code of all) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.join('').replaceAll('-', ''))).toHaveProperty('size', 32);
  });

  it('is the same for the same command, and another under another master key', () => {
    const command = randomUUID();
    expect(codes.codeFor(command)).toBe(codes.codeFor(command));
    expect(codes.codeFor(command)).not.toBe(others.codeFor(command));
  });

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without groups', (code: string) => code.replaceAll('-', '')],
    ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    [
      'with O for 0, I and L for 1',
      (code: string) => code.replaceAll('0', 'o').replace('1', 'I').replace('1', 'l'),
    ],
    [
      'in full width',
      (code: string) => code.replace(/[^-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
  ])('is found %s', (_, typed) => {
    for (let n = 0; n < 20; n++) {
      const code = codes.codeFor(randomUUID());
      expect(codes.token(typed(code))).toBe(codes.token(code));
    }
  });

  it('is not in its token, which only this master key gives', () => {
    const code = codes.codeFor(randomUUID());
    expect(codes.token(code)).toMatch(/^[\w-]{43}$/);
    expect(codes.token(code)).not.toBe(others.token(code));
  });

  it.each(['', 'ABCD', 'U'.repeat(28), '0'.repeat(29), '0'.repeat(100_000)])('%s is none', (text) =>
    expect(codes.token(text)).toBeUndefined(),
  );
});
