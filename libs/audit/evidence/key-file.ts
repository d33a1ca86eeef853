import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { fromBase64 } from '../note/base64';
import { SEED_BYTES } from '../note/signer';
import { createSecret, readIfThere } from './files';

const OTHERS = 0o077;

/** The file cannot be used; the message says what to do. */
export class KeyFileUnusable extends Error {}

/** The seed of an Ed25519 key: 32 bytes in base64, mode 0600, made on the first start. */
export async function loadOrCreateKeyFile(file: string): Promise<Buffer> {
  const found = await readKeyFile(file);
  if (found) return found;
  await createSecret(file, `${randomBytes(SEED_BYTES).toString('base64')}\n`);
  return (await readKeyFile(file))!;
}

export async function readKeyFile(file: string): Promise<Buffer | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  if (process.platform !== 'win32' && ((await stat(file)).mode & OTHERS) !== 0)
    throw new KeyFileUnusable(`${file} can be read by others than its owner: run chmod 600 ${file}`);
  const seed = fromBase64(text.trim());
  if (seed?.length !== SEED_BYTES)
    throw new KeyFileUnusable(`${file} does not hold ${SEED_BYTES} bytes in base64`);
  return seed;
}
