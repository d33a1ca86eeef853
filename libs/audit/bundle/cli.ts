import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { VERIFY_EXIT, type VerifyExit } from './format';
import { verifyBundle } from './verify';
import { verifyFolder } from './verify-folder';

export const VERIFY_HELP = `huiyin verify BUNDLE|FOLDER [--key KEY|FILE] [--checkpoint FILE]

Judges an exported bundle from the file alone: no database, no network. A folder (huiyin referral) is judged bundle by
bundle, and every file by its SHA256SUMS.
  --key         the log's verifier key (name+id+key, or a file that holds it), known from elsewhere
  --checkpoint  a checkpoint kept elsewhere: the bundle must go on from it

Exit codes: 0 intact, 1 not intact, 2 wrong usage, 3 not a bundle, 4 truncated, 5 newer format, 6 wrong key,
7 corrupted checkpoint.`;

/** One line on standard output for a verdict, on standard error for a bundle that cannot be judged. */
export async function runVerify(
  argv: readonly string[],
  /** Where a file name leads. */
  resolve: (file: string) => string = (file) => file,
): Promise<VerifyExit> {
  const { exit, message } = await judge(argv, resolve);
  const judged = exit === VERIFY_EXIT.intact || exit === VERIFY_EXIT.notIntact;
  (judged ? process.stdout : process.stderr).write(`${judged ? '' : 'huiyin verify: '}${message}\n`);
  return exit;
}

async function judge(
  argv: readonly string[],
  resolve: (file: string) => string,
): Promise<{ exit: VerifyExit; message: string }> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { key: { type: 'string' }, checkpoint: { type: 'string' }, help: { type: 'boolean' } },
    });
    const [bundle, ...more] = positionals;
    if (values.help || bundle === undefined || more.length > 0)
      return { exit: VERIFY_EXIT.usage, message: VERIFY_HELP };
    const keyFile = values.key && resolve(values.key);
    const key = keyFile && existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : values.key;
    const { checkpoint: file } = values;
    const checkpoint = file === undefined ? undefined : readFileSync(resolve(file), 'utf8');
    const given = resolve(bundle);
    const verify = statSync(given).isDirectory() ? verifyFolder : verifyBundle;
    return await verify(given, { key, checkpoint });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    // Wrong arguments, or a file that cannot be read.
    if (typeof code !== 'string') throw error;
    return { exit: VERIFY_EXIT.usage, message: (error as Error).message };
  }
}
