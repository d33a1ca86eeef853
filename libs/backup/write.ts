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
  let failure: Error | undefined;
  sink.on('error', (error) => (failure = error));
  let last: Buffer = GENESIS;
  const put = async (bytes: string | Buffer): Promise<void> => {
    if (failure) throw failure;
    if (!sink.write(bytes)) await Promise.race([once(sink, 'drain'), once(sink, 'close')]);
    if (failure) throw failure;
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
