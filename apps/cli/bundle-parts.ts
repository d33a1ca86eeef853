import { verifierFile } from '@huiyin/audit/bundle/one-file';
import { jsonSchemaOf, MESSAGE_TYPES } from '@huiyin/contracts';
import storedSchemas from '@huiyin/domain/stored-schemas.json';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const HERE = path.resolve(__dirname, '..', '..');
const ROOT = path.basename(HERE) === 'dist' ? path.dirname(HERE) : HERE;
const SECOND_VERIFIER = ['huiyin_verify.py', 'huiyin_verify_folder.py'];

/** What stands in the events' data, and what was published of it. */
export function bundleSchemas(): Record<string, unknown> {
  const published = Object.fromEntries(MESSAGE_TYPES.map((type) => [type, jsonSchemaOf(type)]));
  return { stored: storedSchemas, published };
}

/** Puts both verifiers beside a bundle: whoever gets the folder needs nothing else. */
export async function addVerifiers(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'huiyin-verify.js'), verifierFile());
  for (const file of SECOND_VERIFIER) await copyFile(path.join(ROOT, 'tools', file), path.join(folder, file));
}
