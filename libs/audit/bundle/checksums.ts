import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BadBundle, VERIFY_EXIT } from './format';

/** What `sha256sum -c` reads: of each file, its SHA-256 and its name in the folder. */
export const CHECKSUMS = 'SHA256SUMS';

/** No step of a name begins with a dot: none leads out of the folder. */
const LINE = /^([0-9a-f]{64}) {2}((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

export interface Listed {
  file: string;
  sha256: string;
}

/** Over every file that is in the folder. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of await filesIn(folder))
    lines.push(`${await sha256Of(path.join(folder, file))}  ${file}\n`);
  await writeFile(path.join(folder, CHECKSUMS), lines.join(''));
}

/** Rejects with BadBundle where there is no list, or one that nobody can read. */
export async function readChecksums(folder: string): Promise<readonly Listed[]> {
  const text = await readFile(path.join(folder, CHECKSUMS), 'utf8').catch(() => {
    throw new BadBundle(VERIFY_EXIT.notABundle, `the folder has no ${CHECKSUMS}`);
  });
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const [, sha256, file] = LINE.exec(line) ?? [];
      if (sha256 === undefined || file === undefined)
        throw new BadBundle(VERIFY_EXIT.truncated, `${CHECKSUMS} is damaged at line ${index + 1}`);
      return { file, sha256 };
    });
}

/** Names from the folder on, sorted, without the list itself. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => file !== CHECKSUMS)
    .sort();
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
