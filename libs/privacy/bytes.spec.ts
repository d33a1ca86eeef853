import { randomBytes, randomUUID } from 'node:crypto';
import { inMemoryPrivacy, NotWritable, SealBroken, SubjectErased, type Privacy } from '.';

let privacy: Privacy;
beforeAll(async () => {
  privacy = await inMemoryPrivacy();
});

describe('sealed bytes', () => {
  const plain = randomBytes(5_000);

  it('open to the same bytes, and hold none of them', async () => {
    const subject = randomUUID();
    const sealed = await privacy.sealBytes(subject, plain, 'a');
    expect(sealed.includes(plain.subarray(0, 16))).toBe(false);
    expect(await privacy.openBytes(subject, sealed, 'a')).toEqual(plain);
  });

  it('open nowhere else and for nobody else, and not when one bit is turned', async () => {
    const [subject, other] = [randomUUID(), randomUUID()];
    const sealed = await privacy.sealBytes(subject, plain, 'a');
    await privacy.sealBytes(other, plain, 'a');
    await expect(privacy.openBytes(subject, sealed, 'b')).rejects.toThrow(SealBroken);
    await expect(privacy.openBytes(other, sealed, 'a')).rejects.toThrow(SealBroken);
    for (const at of [0, 5, sealed.length - 1]) {
      const turned = Buffer.from(sealed);
      turned[at]! ^= 1;
      await expect(privacy.openBytes(subject, turned, 'a')).rejects.toThrow(SealBroken);
    }
  });

  it('are gone with the key', async () => {
    const subject = randomUUID();
    const sealed = await privacy.sealBytes(subject, plain, 'a');
    await privacy.erase(subject);
    expect(await privacy.openBytes(subject, sealed, 'a')).toBe('erased');
    await expect(privacy.sealBytes(subject, plain, 'a')).rejects.toThrow(SubjectErased);
  });

  it('need a subject', () => expect(privacy.sealBytes('nobody', plain, 'a')).rejects.toThrow(NotWritable));
});
