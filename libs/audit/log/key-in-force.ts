import type { Log } from '@huiyin/kernel';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { isReplaced } from './errors';
import { readSigned } from './signed';

export interface KeyInForce {
  readonly signer: Signer;
  /** Why nothing is signed: another key took over, and is not in the key file yet. */
  readonly replaced: string | undefined;
  /** Does the work; once more where another key took over and lies in the key file by now. */
  with<Result>(work: () => Promise<Result>): Promise<Result>;
}

interface Keys {
  evidence: EvidenceFolder;
  /** The key that was in the file at the start. */
  signer: Signer;
  /** The key that is in the file now; undefined where there is none. */
  rereadKey?: (() => Promise<Signer | undefined>) | undefined;
  log: Log;
}

/** A key is rotated while the log runs: the files change places just after the checkpoint that says so. */
export function keyInForce({ evidence, signer: first, rereadKey, log }: Keys): KeyInForce {
  let signer = first;
  let replaced: string | undefined;

  const takeUp = async (): Promise<boolean> => {
    const found = await rereadKey?.();
    if (!found || found.verifierKey === signer.verifierKey) return false;
    // Whether it is the one that took over, the newest checkpoint says.
    await readSigned(evidence, found);
    signer = found;
    log.info({ key: found.verifierKey }, 'audit: another signing key took over');
    return true;
  };
  const takenUp = (): Promise<boolean> =>
    takeUp().catch((error: unknown) => {
      log.warn(
        { why: error instanceof Error ? error.message : String(error) },
        'audit: no key to go on with',
      );
      return false;
    });

  return {
    get signer() {
      return signer;
    },
    get replaced() {
      return replaced;
    },
    async with(work) {
      try {
        const result = await work().catch(async (error: unknown) => {
          if (isReplaced(error) && (await takenUp())) return work();
          throw error;
        });
        replaced = undefined;
        return result;
      } catch (error) {
        if (isReplaced(error) && replaced === undefined)
          log.error({ code: error.code }, `audit: ${(replaced = error.message)}`);
        throw error;
      }
    },
  };
}
