import path from 'node:path';
import { CHECKSUMS, filesIn, readChecksums, sha256Of } from './checksums';
import { BadBundle, VERIFY_EXIT } from './format';
import { notIntact, OWN_KEY, verifyBundle, type VerifyOptions, type VerifyResult } from './verify';

const NOT_INTACT = 'NOT INTACT: ';

/** Judges a folder of bundles: each of them, and every file by the list. Never rejects for what stands in it. */
export async function verifyFolder(folder: string, options: VerifyOptions = {}): Promise<VerifyResult> {
  try {
    const listed = await readChecksums(folder);
    const there = await filesIn(folder);
    const missing = listed.find(({ file }) => !there.includes(file));
    if (missing) return notIntact(`${missing.file}: missing`);
    const bundles = listed.filter(({ file }) => file.endsWith('.bundle'));
    if (bundles.length === 0) throw new BadBundle(VERIFY_EXIT.notABundle, `${CHECKSUMS} names no bundle`);
    for (const { file } of bundles) {
      const { exit, message } = await verifyBundle(path.join(folder, file), options);
      if (exit !== VERIFY_EXIT.intact) return { exit, message: within(file, message) };
    }
    for (const { file, sha256 } of listed)
      if ((await sha256Of(path.join(folder, file))) !== sha256)
        return notIntact(`${file}: not as ${CHECKSUMS} has it`);
    const more = there.find((file) => !listed.some((one) => one.file === file));
    if (more !== undefined) return notIntact(`${more}: not in ${CHECKSUMS}`);
    const trust = options.key === undefined ? OWN_KEY : '';
    return {
      exit: VERIFY_EXIT.intact,
      message: `INTACT: ${bundles.length} bundles, and all ${listed.length} files as ${CHECKSUMS} has them${trust}`,
    };
  } catch (error) {
    if (error instanceof BadBundle) return { exit: error.exit, message: error.message };
    throw error;
  }
}

const within = (file: string, message: string): string =>
  message.startsWith(NOT_INTACT)
    ? `${NOT_INTACT}${file}: ${message.slice(NOT_INTACT.length)}`
    : `${file}: ${message}`;
