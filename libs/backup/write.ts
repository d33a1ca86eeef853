import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { chain, GENESIS, MAGIC } from './format';

const compress = promisify(gzip);

export interface BackupWriter {
  /** Resolves when the sink takes more: what is in memory is one chunk. */
  write(kind: string, rows: readonly unknown[]): Promise<void>;
}

/** Rejects with what the sink fails with, a full disk for one. */
export async function createBackupWriter(sink: Writable): Promise<BackupWriter> {
  let failed: Error | undefined;
  sink.on('error', (error) => void (failed = error));
  let last: Buffer = GENESIS;
  const assertWhole = (): void => {
    if (failed) throw failed;
  };
  const put = async (bytes: string | Buffer): Promise<void> => {
    assertWhole();
    if (!sink.write(bytes)) await Promise.race([once(sink, 'drain'), once(sink, 'close')]);
    assertWhole();
  };
  await put(MAGIC);
  return {
    async write(kind, rows) {
      const bytes = await compress(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      last = chain(last, kind, rows.length, bytes);
      await put(`${kind} ${rows.length} ${bytes.length} ${last.toString('hex')}\n`);
      await put(bytes);
      await put('\n');
    },
  };
}
