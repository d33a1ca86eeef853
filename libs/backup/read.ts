import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BackupUnusable } from './errors';
import {
  chain,
  CHUNK_BYTES_MAX,
  FORMAT,
  FORMAT_VERSION,
  GENESIS,
  LINE_BYTES_MAX,
  type Chunk,
} from './format';

const decompress = promisify(gunzip);
const LINE_END = 0x0a;
const LINE = /^(\S.*) (\d{1,9}) (\d{1,9}) ([0-9a-f]{64})$/;

/** The chunks of a file, each checked before it is given out, `end` the last. Throws BackupUnusable. */
export async function* readBackup(file: string): AsyncGenerator<Chunk> {
  const handle = await open(file, 'r');
  try {
    const reader = createReader(handle);
    await expectMagic(reader, file);
    let last: Buffer = GENESIS;
    for (let number = 1; ; number += 1) {
      const damaged = (what: string): BackupUnusable =>
        new BackupUnusable('backup-damaged', `${file} ${what} chunk ${number}`);
      const line = await reader.line();
      if (line === undefined) throw damaged('ends before');
      const [, kind, rows, size, hash] = LINE.exec(line) ?? [];
      if (kind === undefined || Number(size) > CHUNK_BYTES_MAX) throw damaged('is damaged at');
      const bytes = await reader.bytes(Number(size) + 1);
      if (!bytes) throw damaged('ends within');
      const body = bytes.subarray(0, -1);
      last = chain(last, kind, Number(rows), body);
      if (last.toString('hex') !== hash || bytes.at(-1) !== LINE_END) throw damaged('is damaged at');
      yield { kind, rows: await rowsOf(body, Number(rows), damaged) };
      if (kind === 'end') {
        if (await reader.bytes(1)) throw damaged('goes on after its end,');
        return;
      }
    }
  } finally {
    await handle.close();
  }
}

async function expectMagic(reader: Reader, file: string): Promise<void> {
  const [format, version] = (await reader.line())?.split(' ') ?? [];
  if (format !== FORMAT || !/^\d+$/.test(version ?? ''))
    throw new BackupUnusable('backup-foreign', `${file} is not a backup of Huiyin`);
  if (Number(version) !== FORMAT_VERSION)
    throw new BackupUnusable(
      'backup-too-new',
      `${file} was written by a newer Huiyin (format ${version}, this one knows ${FORMAT_VERSION}): upgrade first`,
    );
}

async function rowsOf(
  body: Buffer,
  count: number,
  damaged: (what: string) => BackupUnusable,
): Promise<unknown[]> {
  const text = await decompress(body, { maxOutputLength: 8 * CHUNK_BYTES_MAX }).catch(() => undefined);
  const lines = text === undefined ? [] : text.toString('utf8').split('\n').slice(0, -1);
  if (lines.length !== count) throw damaged('is damaged at');
  return lines.map((line) => JSON.parse(line) as unknown);
}

interface Reader {
  /** Undefined at the end of the file, or where no line ends soon enough to be one of ours. */
  line(): Promise<string | undefined>;
  /** Undefined where there are not so many. */
  bytes(size: number): Promise<Buffer | undefined>;
}

function createReader(handle: FileHandle): Reader {
  let at = 0;
  const read = async (size: number): Promise<Buffer> => {
    const buffer = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(buffer, filled, size - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  return {
    async line() {
      const found = await read(LINE_BYTES_MAX);
      const end = found.indexOf(LINE_END);
      if (end < 0) return found.length === 0 ? undefined : 'not a line of ours';
      at += end + 1;
      return found.toString('latin1', 0, end);
    },
    async bytes(size) {
      const found = await read(size);
      if (found.length < size) return undefined;
      at += size;
      return found;
    },
  };
}
