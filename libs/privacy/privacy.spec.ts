import { personal, type Sealed } from '@huiyin/kernel';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  assertNothingPersonal,
  createPrivacy,
  inMemoryPrivacy,
  KEY_CACHED_max_ms,
  KeyServiceUnavailable,
  localMasterKey,
  memoryKeyStore,
  NotWritable,
  SealBroken,
  SubjectErased,
  SubjectKeyMissing,
  WrongMasterKey,
  type Privacy,
} from '.';
import { newKey } from './cipher';

let privacy: Privacy;
beforeAll(async () => {
  privacy = await inMemoryPrivacy();
});

const uuid = fc.uuid({ version: 7 });
const text = fc.string({ unit: 'binary', maxLength: 200 });
const fieldName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((name) => !name.startsWith('$'));
const stream = fc.string({ maxLength: 40 });

const event = (data: unknown, place = { stream: 'case-1', id: randomUUID() as string }) => ({
  ...place,
  data,
});
const sealedValue = async (value: string, subject = randomUUID()) => {
  const sealed = await privacy.sealEvent(event({ name: personal(value, subject) }));
  return { sealed, value: (sealed.data as { name: Sealed }).name };
};

test('what is sealed opens to the same text, wherever it sits, and the rest is untouched', async () => {
  const value = fc.tuple(text, uuid).map(([plain, subject]) => personal(plain, subject));
  const tree: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      value,
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fieldName, tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(tree, stream, uuid, async (data, name, id) => {
      const sealed = await privacy.sealEvent({ stream: name, id, data });
      assertNothingPersonal(sealed.data);
      const opened = await privacy.openEvent(JSON.parse(JSON.stringify(sealed)) as typeof sealed);
      expect(opened.data).toEqual(JSON.parse(JSON.stringify(data), asOpened));
    }),
    { numRuns: 300 },
  );
});

const asOpened = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$personal' in value
    ? { status: 'open', text: value.$personal }
    : value;

test('the stored form shows no byte of the text, and the same text never looks the same twice', async () => {
  const subject = randomUUID();
  const [first, second] = [
    await sealedValue('张伟 13800138000', subject),
    await sealedValue('张伟 13800138000', subject),
  ];
  expect(JSON.stringify(first)).not.toMatch(/张伟|13800138000/);
  expect(Buffer.from(first.value.text, 'base64').includes('张伟')).toBe(false);
  expect(first.value.text).not.toBe(second.value.text);
});

test('a ciphertext in another stream, event or field does not open', async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      stream,
      stream,
      uuid,
      uuid,
      fieldName,
      fieldName,
      async (plain, s1, s2, id1, id2, f1, f2) => {
        fc.pre(s1 !== s2 && id1 !== id2 && f1 !== f2);
        const sealed = await privacy.sealEvent({ stream: s1, id: id1, data: { [f1]: personal(plain, id2) } });
        const value = (sealed.data as Record<string, unknown>)[f1] as Sealed;
        await expect(privacy.openEvent({ ...sealed, stream: s2 })).rejects.toThrow(SealBroken);
        await expect(privacy.openEvent({ ...sealed, id: id2 })).rejects.toThrow(SealBroken);
        await expect(privacy.openEvent({ ...sealed, data: { [f2]: value } })).rejects.toThrow(SealBroken);
        await expect(privacy.open({ ...value, field: `/${f2}` }, sealed)).rejects.toThrow(SealBroken);
        expect(await privacy.open(value, sealed)).toEqual({ status: 'open', text: plain });
      },
    ),
    { numRuns: 50 },
  );
});

test('a field name cannot imitate a path', async () => {
  const sealed = await privacy.sealEvent(event({ a: { b: personal('x', randomUUID()) } }));
  const value = (sealed.data as { a: { b: Sealed } }).a.b;
  await expect(privacy.openEvent({ ...sealed, data: { 'a/b': value } })).rejects.toThrow(SealBroken);
});

test.each(['nonce', 'text'] as const)('an altered %s does not open', async (part) => {
  const { sealed, value } = await sealedValue('张伟');
  const bytes = Buffer.from(value[part], 'base64');
  bytes[0]! ^= 1;
  await expect(privacy.open({ ...value, [part]: bytes.toString('base64') }, sealed)).rejects.toThrow(
    SealBroken,
  );
  await expect(privacy.open({ ...value, [part]: '' }, sealed)).rejects.toThrow(SealBroken);
});

test('after erasing, values are "erased" and nothing more can be sealed for the subject', async () => {
  const subject = randomUUID();
  const { sealed, value } = await sealedValue('张伟', subject);
  const other = await sealedValue('李娜');
  expect(await privacy.erase(subject)).toBe(true);
  expect(await privacy.open(value, sealed)).toEqual({ status: 'erased' });
  expect((await privacy.openEvent(sealed)).data).toEqual({ name: { status: 'erased' } });
  await expect(privacy.sealEvent(event({ name: personal('张伟', subject) }))).rejects.toThrow(SubjectErased);
  expect(await privacy.open(other.value, other.sealed)).toEqual({ status: 'open', text: '李娜' });
});

test('another process stops opening an erased subject when its cached key is too old', async () => {
  const [masterKey, keyStore] = [localMasterKey(newKey()), memoryKeyStore()];
  let now_ms = 0;
  const here = await createPrivacy({ masterKey, keyStore });
  const there = await createPrivacy({ masterKey, keyStore, now: () => now_ms });
  const subject = randomUUID();
  const sealed = await here.sealEvent(event({ name: personal('张伟', subject) }));
  await there.openEvent(sealed);
  await here.erase(subject);
  now_ms = KEY_CACHED_max_ms;
  expect((await there.openEvent(sealed)).data).toEqual({ name: { status: 'erased' } });
});

test('a key fetched while the subject is being erased is not kept', async () => {
  const [masterKey, inner] = [localMasterKey(newKey()), memoryKeyStore()];
  const before = await createPrivacy({ masterKey, keyStore: inner });
  const subject = randomUUID();
  const sealed = await before.sealEvent(event({ name: personal('张伟', subject) }));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: fetched, resolve: hasFetched } = Promise.withResolvers<void>();
  const slow = await createPrivacy({
    masterKey,
    keyStore: {
      ...inner,
      find: async (subjects) => {
        const keys = await inner.find(subjects);
        hasFetched();
        await released;
        return keys;
      },
    },
  });
  const opening = slow.openEvent(sealed);
  await fetched;
  await slow.erase(subject);
  release();
  await opening;
  expect((await slow.openEvent(sealed)).data).toEqual({ name: { status: 'erased' } });
});

test('a key service that goes away, a lost key and a wrong master key are errors, never "erased"', async () => {
  const keyStore = memoryKeyStore();
  const masterKey = localMasterKey(newKey());
  const sealing = await createPrivacy({ masterKey, keyStore });
  const sealed = await sealing.sealEvent(event({ name: personal('张伟', randomUUID()) }));
  const gone = () => Promise.reject(new KeyServiceUnavailable('gone'));
  const down = await createPrivacy({ masterKey, keyStore: { ...keyStore, find: gone } });
  await expect(down.openEvent(sealed)).rejects.toThrow(KeyServiceUnavailable);
  const lost = await createPrivacy({
    masterKey,
    keyStore: { ...keyStore, find: () => Promise.resolve(new Map()) },
  });
  await expect(lost.openEvent(sealed)).rejects.toThrow(SubjectKeyMissing);
  const check = (value: Buffer) => Promise.resolve(value);
  const wrong = await createPrivacy({
    masterKey: localMasterKey(newKey()),
    keyStore: { ...keyStore, masterKeyCheck: check },
  });
  await expect(wrong.openEvent(sealed)).rejects.toThrow(WrongMasterKey);
});

test('what could leak or never be read again is not written', async () => {
  const { sealed } = await sealedValue('张伟');
  await expect(privacy.sealEvent(event(sealed.data))).rejects.toThrow(NotWritable);
  await expect(privacy.sealEvent(event({ name: personal('张伟', 'no-uuid') }))).rejects.toThrow(NotWritable);
  expect(() => assertNothingPersonal({ deep: [{ name: personal('张伟', randomUUID()) }] })).toThrow(
    NotWritable,
  );
  let deep: unknown = 'bottom';
  for (let depth = 0; depth < 100; depth += 1) deep = { deep };
  expect(() => assertNothingPersonal(deep)).toThrow(NotWritable);
});

test('an event without personal values passes through as it is', async () => {
  const plain = event({ title: '路灯不亮', tags: ['a', { b: null }] });
  expect(await privacy.sealEvent(plain)).toBe(plain);
});

test('the key of a new subject is kept before anything is sealed by it', async () => {
  const keyStore = memoryKeyStore();
  const own = await createPrivacy({ masterKey: localMasterKey(newKey()), keyStore });
  const subject = await own.newSubject();
  expect((await keyStore.find([subject])).get(subject)).toMatchObject({ status: 'kept' });
  // From here on the store is not asked: a registration waits for nothing.
  keyStore.mint = () => Promise.reject(new KeyServiceUnavailable(new Error('away')));
  const sealed = await own.sealEvent(event({ name: personal('示例姓名', subject) }));
  expect((await own.openEvent(sealed)).data).toEqual({ name: { status: 'open', text: '示例姓名' } });
});
