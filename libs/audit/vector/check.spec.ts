import fc from 'fast-check';
import { Readable, Writable } from 'node:stream';
import { checkVector } from './check';
import { readLines } from './lines';
import * as published from './published.fixture';
import { runVectors } from './run';

const { CONSISTENCY, ENOCH_KEY, ENOCH_LINE, INCLUSION, NOTE_TEXT, PETER_KEY, PETER_LINE } = published;
const check = (value: object): unknown => checkVector(JSON.stringify(value));
const note = (text: string, keys: string[]): unknown => check({ kind: 'note', note: text, keys });
const isValid = { valid: true };
const isInvalid = (reason: RegExp): unknown => ({ valid: false, reason: expect.stringMatching(reason) });

async function output(input: string | Buffer): Promise<string> {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  await runVectors(Readable.from([Buffer.from(input)]), sink);
  return written.join('');
}

describe('published proofs', () => {
  it('are valid, and none of their changes is', () => {
    for (const vector of [INCLUSION, CONSISTENCY]) {
      expect(check(vector)).toEqual(isValid);
      for (const proof of [
        vector.proof.slice(1),
        [...vector.proof, vector.proof[0]],
        vector.proof.toReversed(),
      ])
        expect(check({ ...vector, proof })).toEqual(isInvalid(/proof/));
    }
    expect(check({ ...INCLUSION, index: 4 })).toEqual(isInvalid(/another root/));
    expect(check({ ...INCLUSION, index: 8 })).toEqual(isInvalid(/not in a tree of 8/));
    expect(check({ ...INCLUSION, root: '' })).toEqual(isInvalid(/root has 0 bytes/));
  });

  it('of equal sizes are empty', () => {
    const one = {
      kind: 'consistency',
      size1: 1,
      root1: CONSISTENCY.root1,
      size2: 1,
      root2: CONSISTENCY.root1,
    };
    expect(check({ ...one, proof: [] })).toEqual(isValid);
    expect(check({ ...one, proof: null })).toEqual(isValid);
    expect(check({ ...one, proof: [one.root1] })).toEqual(isInvalid(/not 0/));
    expect(check({ ...one, root2: CONSISTENCY.root2, proof: [] })).toEqual(isInvalid(/roots are not/));
  });

  it('from size 0 are never valid', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    for (const size2 of [0, 8])
      expect(
        check({
          kind: 'consistency',
          size1: 0,
          root1: empty,
          size2,
          root2: size2 ? CONSISTENCY.root2 : empty,
          proof: [],
        }),
      ).toEqual(isInvalid(/size1 is 0/));
  });

  it('of 64-bit sizes are read exactly', () => {
    const line = JSON.stringify(INCLUSION).replace('"index":5', '"index":18446744073709551615');
    expect(checkVector(line)).toEqual(isInvalid(/index 18446744073709551615 is not/));
    expect(checkVector(line.replace('18446744073709551615', '18446744073709551616'))).toEqual(
      isInvalid(/64-bit/),
    );
    expect(check({ ...INCLUSION, index: -1 })).toEqual(isInvalid(/64-bit/));
    expect(check({ ...INCLUSION, index: 5.5 })).toEqual(isInvalid(/whole number/));
    expect(check({ ...INCLUSION, index: '5' })).toEqual(isInvalid(/whole number/));
  });
});

describe('trees of no leaf and of one', () => {
  const leafHash = INCLUSION.leafHash;
  const one = { kind: 'inclusion', leafHash, size: 1, index: 0, proof: [], root: leafHash };

  it('hold nothing, and one leaf that is the root', () => {
    expect(check(one)).toEqual(isValid);
    expect(check({ ...one, root: leafHash.toUpperCase() })).toEqual(isValid);
    expect(check({ ...one, size: 0 })).toEqual(isInvalid(/index 0 is not in a tree of 0/));
    expect(check({ ...one, index: 1 })).toEqual(isInvalid(/index 1 is not in a tree of 1/));
    expect(check({ ...one, proof: [leafHash] })).toEqual(isInvalid(/has 1 hashes, not 0/));
    expect(check({ ...one, root: CONSISTENCY.root2 })).toEqual(isInvalid(/another root/));
  });

  it('of the largest size need as many hashes as it has levels', () => {
    const line = JSON.stringify(one).replace('"size":1', '"size":18446744073709551615');
    expect(checkVector(line)).toEqual(isInvalid(/has 0 hashes, not 64/));
  });
});

describe('published notes', () => {
  const whole = `${NOTE_TEXT}\n${PETER_LINE}${ENOCH_LINE}`;
  const bad = PETER_LINE.replace('x08go/ZJ', 'x08go/ZK');

  it('are valid when a known key signed them', () => {
    expect(note(whole, [PETER_KEY])).toEqual(isValid);
    expect(note(whole, [ENOCH_KEY])).toEqual(isValid);
    expect(note(whole, [PETER_KEY, ENOCH_KEY])).toEqual(isValid);
    expect(note(whole, [])).toEqual(isInvalid(/not signed by any/));
  });

  it('count the first line of a key only, and ignore unknown keys', () => {
    expect(note(`${NOTE_TEXT}\n${PETER_LINE}${bad}`, [PETER_KEY])).toEqual(isValid);
    expect(note(`${NOTE_TEXT}\n${bad}${PETER_LINE}`, [PETER_KEY])).toEqual(isInvalid(/does not fit/));
    expect(note(`${NOTE_TEXT}\n${bad}${ENOCH_LINE}`, [ENOCH_KEY])).toEqual(isValid);
    expect(note(`${NOTE_TEXT}\n${ENOCH_LINE}`, [ENOCH_KEY, ENOCH_KEY])).toEqual(isInvalid(/given twice/));
    expect(note(`${NOTE_TEXT}\n${PETER_LINE.repeat(16)}`, [PETER_KEY])).toEqual(isValid);
    expect(note(`${NOTE_TEXT}\n${PETER_LINE.repeat(101)}`, [PETER_KEY])).toEqual(isInvalid(/100/));
  });

  it.each([
    ['no signatures', NOTE_TEXT],
    ['an empty signature block', `${NOTE_TEXT}\n`],
    ['no final newline', `${NOTE_TEXT}\n${PETER_LINE.slice(0, -1)}`],
    ['a control character', `\u0001${NOTE_TEXT}\n${PETER_LINE}`],
    ['a carriage return', `${NOTE_TEXT}\r\n\n${PETER_LINE}`],
    ['broken UTF-16', `\ud800${NOTE_TEXT}\n${PETER_LINE}`],
    ['a name with a space', `${NOTE_TEXT}\n${PETER_LINE}${PETER_LINE.replace('PeterNeumann', 'Bad Name')}`],
    ['an unexpected line', `${NOTE_TEXT}\n${PETER_LINE}Unexpected line.\n`],
    ['a short signature', `${NOTE_TEXT}\n${PETER_LINE}— a AAAAAA==\n`],
    ['a hyphen for the dash', `${NOTE_TEXT}\n${PETER_LINE.replace('—', '-')}`],
    ['no space behind the dash', `${NOTE_TEXT}\n${PETER_LINE.replace('— ', '—')}`],
    ['no text', `\n${PETER_LINE}`],
    ['base64 of the other alphabet', `${NOTE_TEXT}\n${PETER_LINE.replace('/', '_')}`],
    ['base64 without its padding', `${NOTE_TEXT}\n${PETER_LINE.replace('=', '')}`],
    ['base64 that is not canonical', `${NOTE_TEXT}\n${PETER_LINE}— a AAAAAAB=\n`],
  ])('with %s are malformed', (_what, text) => {
    expect(note(text, [PETER_KEY])).toEqual(isInvalid(/./));
  });

  it('refuse every piece and every mangling of a key', () => {
    for (let from = 0; from < PETER_KEY.length; from += 1) {
      for (let to = from + 1; to <= PETER_KEY.length; to += 1) {
        if (from === 0 && to === PETER_KEY.length) continue;
        expect(note(whole, [PETER_KEY.slice(from, to)])).toMatchObject({ valid: false });
      }
      const mangled = `${PETER_KEY.slice(0, from)}${String.fromCharCode(PETER_KEY.charCodeAt(from) + 1)}${PETER_KEY.slice(from + 1)}`;
      expect(note(whole, [mangled])).toMatchObject({ valid: false });
    }
    const longer = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const unknown = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(note(whole, [longer])).toEqual(isInvalid(/bytes|base64/));
    expect(note(whole, [unknown])).toEqual(isInvalid(/unknown type/));
  });
});

describe('audit-vector', () => {
  it('answers every line in its order, whatever it holds', async () => {
    const lines = [
      JSON.stringify(INCLUSION),
      '{',
      '',
      '[]',
      'null',
      '{"kind":"toString"}',
      '{"kind":7}',
      '\u0000',
    ];
    const verdicts = (await output(`${lines.join('\n')}\r\n${JSON.stringify(CONSISTENCY)}`))
      .trimEnd()
      .split('\n');
    expect(verdicts[0]).toBe('{"valid":true}');
    expect(verdicts.at(-1)).toBe('{"valid":true}');
    expect(verdicts).toHaveLength(lines.length + 1);
    for (const verdict of verdicts.slice(1, -1))
      expect(JSON.parse(verdict)).toEqual({ valid: false, reason: expect.any(String) });
  });

  it('answers one line for each line, and never fails, whatever stands in a field', async () => {
    const one = `${NOTE_TEXT}\n${PETER_LINE}`;
    const vectors: object[] = [INCLUSION, CONSISTENCY, { kind: 'note', note: one, keys: [PETER_KEY] }];
    const changed = fc
      .tuple(fc.constantFrom(...vectors), fc.nat(), fc.jsonValue())
      .map(([vector, at, value]) => {
        const names = Object.keys(vector);
        return JSON.stringify({ ...vector, [names[at % names.length]!]: value });
      });
    const anything = fc.oneof(changed, fc.json(), fc.string({ unit: 'binary' }));
    const noNewlines = anything.map((line) => line.toWellFormed().replaceAll(/\n/g, ' '));
    await fc.assert(
      fc.asyncProperty(fc.array(noNewlines), async (lines) => {
        const verdicts = (await output(lines.map((line) => `${line}\n`).join(''))).split('\n');
        expect(verdicts.pop()).toBe('');
        expect(verdicts).toHaveLength(lines.length);
        for (const verdict of verdicts) expect(verdict).toMatch(/^{"valid":(true|false,"reason":".+")}$/);
      }),
    );
  });

  it('is not brought down by numbers and nestings without end', async () => {
    const nested = '['.repeat(200_000) + ']'.repeat(200_000);
    const huge = JSON.stringify(INCLUSION).replace('"size":8', `"size":${'9'.repeat(1_000_000)}`);
    const infinite = JSON.stringify(INCLUSION).replace('"size":8', '"size":1e999');
    const verdicts = (await output([nested, huge, infinite].join('\n'))).trimEnd().split('\n');
    expect(verdicts.map((verdict) => JSON.parse(verdict) as unknown)).toEqual([
      isInvalid(/not JSON/),
      isInvalid(/64-bit/),
      isInvalid(/whole number/),
    ]);
  });

  it('answers nothing to nothing, and says where a line is no UTF-8', async () => {
    expect(await output('')).toBe('');
    expect(await output(Buffer.from([0x7b, 0xff, 0x7d]))).toMatch(/"valid":false.*UTF-8/);
  });

  it('holds no line that is too long', async () => {
    const pieces = Readable.from(['aaaa', 'aaaa', 'aa\nbb\n', 'c'].map((text) => Buffer.from(text)));
    const lines: unknown[] = [];
    for await (const line of readLines(pieces, 8)) lines.push(line);
    expect(lines).toEqual([
      { problem: expect.stringContaining('longer than 8') },
      { text: 'bb' },
      { text: 'c' },
    ]);
  });
});
