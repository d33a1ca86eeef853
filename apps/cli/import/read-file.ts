import { createCsvReader, decoded, type CsvItem } from '@huiyin/csv-import';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CliError } from '../failure';

const CHUNK_bytes = 256 * 1024;
const UTF16_MARKS = ['fffe', 'feff'];

export interface CsvPiece {
  items: readonly CsvItem[];
  /** Characters read so far: about as many as bytes, for the progress bar. */
  read: number;
}

/** Rejects with a CliError for what is no readable file of text. Answers its size in bytes. */
export async function assertReadable(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CliError('file-not-found', `there is no file ${file}`);
  const handle = await open(file).catch((error: Error) => {
    throw new CliError('file-not-readable', error.message);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (UTF16_MARKS.includes(buffer.toString('hex'))) {
      throw new CliError('not-utf8', `${file} is UTF-16: save it as UTF-8`);
    }
  } finally {
    await handle.close();
  }
  return found.size;
}

/** The file piece by piece; the memory that it takes does not grow with the file. */
export async function* readCsvFile(file: string, delimiter: string): AsyncGenerator<CsvPiece> {
  const reader = createCsvReader(delimiter);
  let read = 0;
  for await (const chunk of decoded(createReadStream(file, { highWaterMark: CHUNK_bytes }))) {
    read += chunk.length;
    yield { items: reader.push(chunk), read };
  }
  yield { items: reader.end(), read };
}

/** The first record. Rejects with a CliError where there is none. */
export async function readHeader(file: string, delimiter: string): Promise<readonly string[]> {
  for await (const { items } of readCsvFile(file, delimiter)) {
    const [first] = items;
    if (first?.kind === 'header') return first.fields;
    if (first?.kind === 'fault') {
      throw new CliError('bad-header', `line ${first.line}: ${first.message}`);
    }
  }
  throw new CliError('empty-file', `${file} holds no header`);
}
