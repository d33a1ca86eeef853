import { makeFolder } from '@huiyin/kernel/make-folder';
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { KEY_bytes } from './cipher';
import { MasterKeyFileUnusable } from './errors';
import { localMasterKey, type MasterKey } from './master-key';

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/**
 * The master key in a file: 32 bytes in base64, mode 0600, made on the first start. Rejects with
 * `MasterKeyFileUnusable` when group or world may read it, or when it holds anything else.
 */
export async function loadOrCreateMasterKeyFile(file: string): Promise<MasterKey> {
  const found = await read(file);
  if (found) return found;
  await create(file);
  return (await read(file))!;
}

async function read(file: string): Promise<MasterKey | undefined> {
  const info = await stat(file).catch(absent);
  if (!info) return undefined;
  if (process.platform !== 'win32' && (info.mode & OTHERS) !== 0) {
    throw new MasterKeyFileUnusable(`${file} can be read by others than its owner: run chmod 600 ${file}`);
  }
  const text = (await readFile(file, 'utf8')).trim();
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_bytes || bytes.toString('base64') !== text) {
    throw new MasterKeyFileUnusable(`${file} does not hold ${KEY_bytes} bytes in base64`);
  }
  return localMasterKey(bytes, file);
}

/** Written whole before it gets its name: of several processes on a first start, one wins and all read its key. */
async function create(file: string): Promise<void> {
  const folder = path.dirname(file);
  await makeFolder(folder, 0o700);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeDurably(draft, `${randomBytes(KEY_bytes).toString('base64')}\n`);
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await syncFolder(folder);
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ONLY);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A key that is lost with the power takes every sealed value with it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
