import { createPool } from '@huiyin/database';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { Pool } from 'pg';
import {
  createPrivacy,
  KeyServiceUnavailable,
  localMasterKey,
  memoryKeyStore,
  migratePrivacy,
  postgresKeyStore,
  WrongMasterKey,
  type KeyStore,
} from '.';
import { newKey } from './cipher';
import { keyStoreContract } from './key-store.contract';

let database: TestDatabase;
let pool: Pool;
let store: KeyStore;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url });
  await migratePrivacy(database.url);
  store = postgresKeyStore(pool);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const inMemory = memoryKeyStore();
keyStoreContract('memory', () => inMemory);
keyStoreContract('PostgreSQL', () => store);

test('a wrong master key is told apart at the start, before anything is written', async () => {
  const fresh = await createTestDatabase();
  const own = createPool({ url: fresh.url });
  await migratePrivacy(fresh.url);
  const keyStore = postgresKeyStore(own);
  await createPrivacy({ masterKey: localMasterKey(newKey()), keyStore });
  await expect(createPrivacy({ masterKey: localMasterKey(newKey(), 'other.key'), keyStore })).rejects.toThrow(
    WrongMasterKey,
  );
  expect((await own.query('SELECT count(*)::int AS n FROM privacy.subject_key')).rows).toEqual([{ n: 0 }]);
  await own.end();
  await fresh.drop();
});

test('a key service that is down is an error, never "erased"', async () => {
  const down = new Pool({ connectionString: 'postgresql://postgres@127.0.0.1:1/none' });
  await expect(postgresKeyStore(down).find([])).rejects.toThrow(KeyServiceUnavailable);
  await down.end();
});
