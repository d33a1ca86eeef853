import { createPool } from '@huiyin/database';
import { inMemoryPrivacy, type Privacy } from '@huiyin/privacy';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createAttachments, migrateAttachments, sealedFiles, type Attachments, type FileToKeep } from '.';

let database: TestDatabase;
let pool: Pool;
let privacy: Privacy;
let attachments: Attachments;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateAttachments(database.url);
  pool = createPool({ url: database.url });
  privacy = await inMemoryPrivacy();
  attachments = createAttachments(sealedFiles(pool), privacy);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const TEXT = '找了三次物业，没有人来修。';
const file = (more: Partial<FileToKeep> = {}): FileToKeep => ({
  id: randomUUID(),
  caseId: randomUUID(),
  subject: randomUUID(),
  bytes: Buffer.from(TEXT),
  ...more,
});
const keep = async (one: FileToKeep): Promise<string> => {
  const kept = await attachments.keep(one);
  if (kept === 'other') throw new Error('not kept');
  return kept.sha256;
};

test('a file is read as it was kept, and the database holds nothing of it', async () => {
  const one = file();
  const sha256 = await keep(one);
  expect(await attachments.read({ ...one, sha256 })).toEqual({ status: 'open', bytes: one.bytes });
  const { rows } = await pool.query<{ row: string }>('SELECT t::text AS row FROM attachment.sealed_file t');
  const everything = rows.map(({ row }) => row).join('\n');
  expect(everything).toContain(one.id);
  expect(everything).not.toContain(Buffer.from(TEXT).toString('hex'));
});

test('the same file under the same id is kept once; another one is not taken for it', async () => {
  const one = file();
  const first = await attachments.keep(one);
  expect(first).toMatchObject({ repeated: false });
  expect(await attachments.keep(one)).toEqual({ ...(first as object), repeated: true });
  expect(await attachments.keep({ ...one, bytes: Buffer.from('other') })).toBe('other');
});

test('with the key of the person it is gone, and stays provable', async () => {
  const one = file();
  const sha256 = await keep(one);
  await privacy.erase(one.subject);
  expect(await attachments.read({ ...one, sha256 })).toEqual({ status: 'erased' });
});

test('it says so when a file was altered, or is not there', async () => {
  const one = file();
  const sha256 = await keep(one);
  await pool.query(
    'UPDATE attachment.sealed_file SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE id = $1',
    [one.id],
  );
  expect(await attachments.read({ ...one, sha256 })).toEqual({ status: 'damaged' });
  await attachments.discard(one.id);
  expect(await attachments.read({ ...one, sha256 })).toEqual({ status: 'missing' });
});
