import type { Sealed } from '@huiyin/kernel';
import { createPrivacy, localMasterKey, memoryKeyStore, SealBroken, type Privacy } from '.';

/** As Huiyin wrote them while it sealed with AES-256-GCM, under a master key of 32 bytes of 7. */
const MASTER = Buffer.alloc(32, 7);
const SUBJECT = '01890a5d-ac96-774b-bcce-b302099a8057';
const EVENT = { stream: 'case-1', id: '01890a5d-ac96-774b-bcce-b302099a8058' };
const VALUE: Sealed = {
  $sealed: 'v1',
  subject: SUBJECT,
  field: '/name',
  nonce: 'DN2UpGPlNU/SLHxP',
  text: '7WZ6ByUK6umBNhA6AUjEdPX8bTnKH78oa7+ISQ==',
};
const WRAPPED = 'AWDxFPevomis6qMnitSqgq1oOTYBWu7VMsFYsr3LFP+Ayn/dpV1V8PSalQS4R7DfzDfvo6GUsyMDhF/iGA==';
const FILE = 'AfjzNiHzP+RMTRNsMs0wHjKvXW841WYLjzffsZhO4G9gb8ls3kqgCdU=';

let privacy: Privacy;
beforeAll(async () => {
  const keyStore = memoryKeyStore();
  await keyStore.mint([{ subject: SUBJECT, wrapped: Buffer.from(WRAPPED, 'base64') }]);
  privacy = await createPrivacy({ masterKey: localMasterKey(MASTER), keyStore });
});

test('a value, a file and a key that were sealed with AES-256-GCM still open', async () => {
  expect(await privacy.open(VALUE, EVENT)).toEqual({ status: 'open', text: '示例姓名' });
  const file = await privacy.openBytes(SUBJECT, Buffer.from(FILE, 'base64'), 'attachment/1');
  expect(file.toString()).toBe('示例文件');
});

test('what is sealed now goes by the cipher of now, under the same key', async () => {
  const data = { name: { $personal: '示例姓名', subject: SUBJECT } };
  const sealed = await privacy.sealEvent({ ...EVENT, data });
  expect(sealed.data).toMatchObject({ name: { subject: SUBJECT, cipher: 'chacha20-poly1305' } });
});

test.each(['chacha20-poly1305', 'rot13', 'toString'])('a value does not open as %s', async (cipher) => {
  const value = { ...VALUE, cipher: cipher as 'chacha20-poly1305' };
  await expect(privacy.open(value, EVENT)).rejects.toThrow(SealBroken);
});
