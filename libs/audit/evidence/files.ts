import { makeFolder } from '@huiyin/kernel/make-folder';
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A folder's entries outlast a power cut only when the folder itself is on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeDraft(file: string, content: string, mode: number): Promise<string> {
  await makeFolder(path.dirname(file));
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

const PUBLIC = 0o644;
const OWNER_ONLY = 0o600;

/** Whole or not at all, and on the disk when it resolves. */
export async function writeAtomically(file: string, content: string): Promise<void> {
  const draft = await writeDraft(file, content, PUBLIC);
  try {
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Like writeAtomically, readable by the owner only, and never over a file that is there. */
export async function createSecret(file: string, content: string): Promise<void> {
  const draft = await writeDraft(file, content, OWNER_ONLY);
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(path.dirname(file));
}

/** Undefined for a file that is not there. */
export const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
