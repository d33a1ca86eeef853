import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { NOTE_TEXT, PETER_KEY, PETER_LINE, PETER_SEED, ROOTS } from '../vector/published.fixture';
import { openCheckpoint, parseCheckpointText, signCheckpoint } from './checkpoint';
import { timeOf } from './cosignature';
import { formatVerifierKey, ML_DSA_44_COSIGNATURE, parseVerifierKey } from './key';
import { formatNote, formatSignature, openNote } from './note';
import { createCosigner, createSigner } from './signer';

const seed = Buffer.alloc(32, 7);
const root = Buffer.from(ROOTS[0]!, 'hex');
const log = createSigner('huiyin.example/city', seed);
const key = parseVerifierKey(log.verifierKey);
const checkpoint = { origin: 'huiyin.example/city', size: 1, root, extensions: [] };

describe('signed notes', () => {
  it('are signed byte for byte as the published one', () => {
    const peter = createSigner('PeterNeumann', PETER_SEED);
    expect(peter.verifierKey).toBe(PETER_KEY);
    expect(formatNote(NOTE_TEXT, [peter.sign(NOTE_TEXT)])).toBe(`${NOTE_TEXT}\n${PETER_LINE}`);
  });

  it('open with what was signed, and with nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (words, at) => {
        const text = `${words.replaceAll(/\p{Cc}/gu, '\n')}\n`;
        const note = formatNote(text, [log.sign(text)]);
        expect(openNote(note, [key]).text).toBe(text);
        const index = at % text.length;
        const changed = `${note.slice(0, index)}${note[index] === 'x' ? 'y' : 'x'}${note.slice(index + 1)}`;
        expect(() => openNote(changed, [key])).toThrow();
      }),
    );
  });
});

describe('checkpoints', () => {
  it('come back as they were signed, with their extension lines', () => {
    const extended = { ...checkpoint, extensions: ['epoch 2', '后'] };
    expect(openCheckpoint(signCheckpoint(extended, log), [key])).toEqual(extended);
  });

  it.each([
    ['a leading zero', `a\n01\n${root.toString('base64')}\n`],
    ['a plus', `a\n+1\n${root.toString('base64')}\n`],
    ['an empty origin', `\n1\n${root.toString('base64')}\n`],
    ['a short root', 'a\n1\nAAAA\n'],
    ['an empty extension line', `a\n1\n${root.toString('base64')}\n\nb\n`],
    ['no root', 'a\n1\n'],
    ['a size that no number holds', `a\n18446744073709551615\n${root.toString('base64')}\n`],
  ])('with %s are none', (_what, text) => {
    expect(() => parseCheckpointText(text)).toThrow();
  });

  it('cannot be made with a line that would become two', () => {
    expect(() => signCheckpoint({ ...checkpoint, extensions: ['a\nb'] }, log)).toThrow(RangeError);
    expect(() => signCheckpoint({ ...checkpoint, size: -1 }, log)).toThrow(RangeError);
  });
});

describe('cosignatures', () => {
  const witness = createCosigner('witness.example/w1', Buffer.alloc(32, 9), () => 1_679_315_147);
  const text = `huiyin.example/city\n1\n${root.toString('base64')}\n`;
  const note = formatNote(text, [log.sign(text), witness.sign(text)]);
  const witnessKey = parseVerifierKey(witness.verifierKey);

  it('stand beside the signature of the log and tell their time', () => {
    const { verified } = openNote(note, [key, witnessKey]);
    expect(verified.map((one) => one.key.name)).toEqual(['huiyin.example/city', 'witness.example/w1']);
    expect(timeOf(verified[1]!.signature.signature)).toBe(1_679_315_147n);
  });

  it('do not fit another time, or a text that is no checkpoint', () => {
    const { signature, id } = openNote(note, [witnessKey]).verified[0]!.signature;
    const later = Buffer.from(signature);
    later[7]! += 1;
    const forged = formatNote(text, [formatSignature('witness.example/w1', id, later)]);
    expect(() => openNote(forged, [witnessKey])).toThrow(/does not fit/);
    expect(() => openNote(formatNote('a\n', [witness.sign('a\n')]), [witnessKey])).toThrow(/does not fit/);
  });

  it('of the ML-DSA-44 kind are checked over origin, size and root', () => {
    const pair = generateKeyPairSync('ml-dsa-44');
    const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-1312);
    const name = 'witness.example/pq';
    const pq = parseVerifierKey(formatVerifierKey(name, ML_DSA_44_COSIGNATURE, raw));
    const u64 = (value: number): Buffer => Buffer.from(value.toString(16).padStart(16, '0'), 'hex');
    const short = (value: string): Buffer => Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
    const parts = [
      Buffer.from('subtree/v1\n\0'),
      short(name),
      u64(7),
      short(checkpoint.origin),
      u64(0),
      u64(1),
      root,
    ];
    const bytes = Buffer.concat([u64(7), sign(null, Buffer.concat(parts), pair.privateKey)]);
    expect(openNote(formatNote(text, [formatSignature(name, pq.id, bytes)]), [pq]).verified).toHaveLength(1);
    bytes[100]! ^= 1;
    expect(() => openNote(formatNote(text, [formatSignature(name, pq.id, bytes)]), [pq])).toThrow(
      /does not fit/,
    );
  });
});
