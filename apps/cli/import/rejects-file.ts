import { rejectLine, REJECTS_HEADER, type Reject } from '@huiyin/csv-import';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

export interface RejectsFile {
  add(reject: Reject): Promise<void>;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** Begins with the first reject; what an earlier run left under the name is gone. Rejects when it cannot be written. */
export async function createRejectsFile(file: string): Promise<RejectsFile> {
  await rm(file, { force: true });
  let stream: WriteStream | undefined;
  let failure: Error | undefined;
  return {
    async add(reject) {
      if (!stream) {
        stream = createWriteStream(file).on('error', (error) => (failure = error));
        stream.write(REJECTS_HEADER);
      }
      if (failure) throw failure;
      if (!stream.write(rejectLine(reject))) await once(stream, 'drain');
    },
    async close() {
      if (!stream) return;
      stream.end();
      await finished(stream);
    },
  };
}
