import { fileTypeFromBuffer } from 'file-type';

/** 10 MiB. */
export const FILE_BYTES_MAX = 10_485_760;

const TEXT = 'text/plain';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What may be attached: documents, pictures, recordings. Nothing that a browser runs, and no archive. */
export const FILE_TYPES = [
  'application/pdf',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'audio/mpeg',
  'audio/wav',
  'video/mp4',
  TEXT,
] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const isFileType = (type: string): type is FileType =>
  (FILE_TYPES as readonly string[]).includes(type);

/** Whether the bytes are what they are said to be. A text is UTF-8 that is no other known kind of file. */
export async function isWhatItClaims(bytes: Buffer, claimed: FileType): Promise<boolean> {
  const found = await fileTypeFromBuffer(bytes);
  return claimed === TEXT ? found === undefined && isText(bytes) : found?.mime === claimed;
}

/** Control characters other than tab, line feed, form feed and carriage return. */
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;

function isText(bytes: Buffer): boolean {
  try {
    return !CONTROL.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
