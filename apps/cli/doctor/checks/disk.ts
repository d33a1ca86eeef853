import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, warn, type Check } from '../check';

const GIB = 1_073_741_824;
const LOW = { share: 0.15, bytes: 5 * GIB };
const VERY_LOW = { share: 0.05, bytes: GIB };

/** How full a disk may be: low at a share or at so many bytes, whichever is less. */
export function judgeDisk(folder: string, free: number, total: number) {
  const below = ({ share, bytes }: typeof LOW): boolean => free < Math.min(share * total, bytes);
  const says = `${(free / GIB).toFixed(1)} of ${(total / GIB).toFixed(1)} GiB are free at ${folder}`;
  const advice = 'make room or move it to a larger disk (docs/operations.md, Size)';
  if (below(VERY_LOW)) return fail(says, advice);
  return below(LOW) ? warn(says, advice) : ok(says);
}

/** The nearest folder that is there. */
const standing = (folder: string): string =>
  existsSync(folder) ? folder : standing(path.dirname(path.resolve(folder)));

export const disk: Check = {
  name: 'disk',
  async look({ pool, auditFolder, masterKeyFile }) {
    const { rows } = await pool.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    const database = rows[0]!.folder;
    const here = existsSync(database) ? [database] : [];
    const folders = [...here, standing(auditFolder), standing(path.dirname(masterKeyFile))];
    const found = await Promise.all(
      [...new Set(folders)].map(async (folder) => {
        const { bavail, blocks, bsize } = await statfs(folder);
        return judgeDisk(folder, bavail * bsize, blocks * bsize);
      }),
    );
    const elsewhere = warn(
      `the database's disk cannot be seen from here (${database})`,
      'look at it on its machine',
    );
    return here.length > 0 ? found : [...found, elsewhere];
  },
};
