import { personal } from '@huiyin/kernel';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { createPool } from '@huiyin/database';
import type { Pool } from 'pg';
import {
  createPrivacy,
  localMasterKey,
  migratePrivacy,
  postgresKeyStore,
  rotationState,
  stageRotation,
  swapMasterKeys,
  WrongMasterKey,
  type MasterKey,
  type Privacy,
} from '.';
import { newKey } from './cipher';

let database: TestDatabase;
let pool: Pool;
let [from, to]: MasterKey[] = [];
let before: Privacy;
beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url });
  await migratePrivacy(database.url);
  [from, to] = [localMasterKey(newKey(), 'old.key'), localMasterKey(newKey(), 'new.key')];
  before = await open(from);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const open = (masterKey: MasterKey): Promise<Privacy> =>
  createPrivacy({ masterKey, keyStore: postgresKeyStore(pool) });
const rotation = () => ({ pool, from: from!, to: to! });
const rotate = async (): Promise<number> => {
  await stageRotation(rotation());
  return swapMasterKeys(rotation());
};
const sealed = (privacy: Privacy, subject: string, text = '张三') =>
  privacy.sealEvent({ id: randomUUID(), stream: 'case-1', data: { name: personal(text, subject) } });
const nameIn = async (privacy: Privacy, event: Awaited<ReturnType<typeof sealed>>): Promise<unknown> =>
  (await privacy.openEvent(event)).data.name;

test('what was sealed before opens under the new key, and only under it', async () => {
  const events = await Promise.all(Array.from({ length: 1_200 }, () => sealed(before, randomUUID())));
  expect(await rotate()).toBe(1_200);
  const after = await open(to!);
  const names = await Promise.all(events.map((event) => nameIn(after, event)));
  expect(new Set(names.map((name) => JSON.stringify(name)))).toEqual(
    new Set(['{"status":"open","text":"张三"}']),
  );
  await expect(open(from!)).rejects.toThrow(WrongMasterKey);
  expect(await rotationState(rotation())).toBe('already');
  const { rows } = await pool.query(
    'SELECT count(*)::int AS n FROM privacy.subject_key WHERE rewrapped IS NOT NULL',
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test('a rotation that was cut short changes nothing, and goes on where it was', async () => {
  const events = await Promise.all(Array.from({ length: 1_200 }, () => sealed(before, randomUUID())));
  let wrapped = 0;
  const counted = (limit: number): MasterKey => ({
    ...to!,
    wrap(keys) {
      wrapped += keys.length;
      if (wrapped > limit) throw new Error('cut short');
      return to!.wrap(keys);
    },
  });
  await expect(stageRotation({ ...rotation(), to: counted(600) })).rejects.toThrow('cut short');
  expect(await nameIn(await open(from!), events[0]!)).toEqual({ status: 'open', text: '张三' });
  wrapped = 0;
  expect(await stageRotation({ ...rotation(), to: counted(Infinity) })).toBe(1_200);
  expect(wrapped).toBe(700);
  expect(await swapMasterKeys(rotation())).toBe(1_200);
  const after = await open(to!);
  expect(await nameIn(after, events.at(-1)!)).toEqual({ status: 'open', text: '张三' });
});

test('keys that were staged for another new key are staged again', async () => {
  const event = await sealed(before, randomUUID());
  await stageRotation({ ...rotation(), to: localMasterKey(newKey(), 'given-up.key') });
  expect(await rotate()).toBe(1);
  expect(await nameIn(await open(to!), event)).toEqual({ status: 'open', text: '张三' });
});

test('who is minted between the two halves comes along; who is erased stays erased', async () => {
  const [stays, goes, comes] = [randomUUID(), randomUUID(), randomUUID()];
  const events = [await sealed(before, stays), await sealed(before, goes)];
  await stageRotation(rotation());
  events.push(await sealed(before, comes));
  await before.erase(goes);
  expect(await swapMasterKeys(rotation())).toBe(2);
  const after = await open(to!);
  expect(await Promise.all(events.map((event) => nameIn(after, event)))).toEqual([
    { status: 'open', text: '张三' },
    { status: 'erased' },
    { status: 'open', text: '张三' },
  ]);
});

test('an app that still runs under the old key mints nothing that could never be opened', async () => {
  await sealed(before, randomUUID());
  await rotate();
  const late = randomUUID();
  await expect(sealed(before, late)).rejects.toThrow(WrongMasterKey);
  const { rows } = await pool.query('SELECT 1 FROM privacy.subject_key WHERE subject = $1', [late]);
  expect(rows).toEqual([]);
  await sealed(await open(to!), late);
});

test('codes and look-up tokens that were handed out stay what they are, over two rotations', async () => {
  const made = (privacy: Privacy): unknown[] => {
    const code = privacy.queryCodes.codeFor('0190a0c1-0000-7000-8000-000000000000');
    return [code, privacy.queryCodes.token(code), privacy.lookupToken('phone', '13912345678')];
  };
  const first = made(before);
  await rotate();
  expect(made(await open(to!))).toEqual(first);
  [from, to] = [to, localMasterKey(newKey(), 'third.key')];
  await rotate();
  expect(made(await open(to!))).toEqual(first);
});

test('a database that is under neither key is left alone', async () => {
  const event = await sealed(before, randomUUID());
  const stranger = localMasterKey(newKey(), 'stranger.key');
  await expect(rotationState({ ...rotation(), from: stranger })).rejects.toThrow(/stranger\.key/);
  await expect(stageRotation({ ...rotation(), from: stranger })).rejects.toThrow(WrongMasterKey);
  await expect(swapMasterKeys({ ...rotation(), from: stranger })).rejects.toThrow(WrongMasterKey);
  expect(await nameIn(await open(from!), event)).toEqual({ status: 'open', text: '张三' });
});
