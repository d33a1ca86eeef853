import type { Privacy } from '@huiyin/privacy';
import { hash } from 'node:crypto';
import type { SealedFiles } from './store';

export interface FileToKeep {
  /** UUID: the same file sent again has the same id. */
  id: string;
  caseId: string;
  /** Under whose key it is sealed. */
  subject: string;
  bytes: Buffer;
}

export interface Kept {
  /** SHA-256 of the sealed bytes, in hexadecimal: it says nothing of the file, and proves it after the key is gone. */
  sha256: string;
  /** It was there already. */
  repeated: boolean;
}

/** `damaged`: what is kept is not what the event tells of. */
export type FileRead =
  { status: 'open'; bytes: Buffer } | { status: 'erased' } | { status: 'missing' } | { status: 'damaged' };

export interface Attachments {
  /** Seals and keeps. `other` when another file is kept under this id. Rejects with `SubjectErased`. */
  keep(file: FileToKeep): Promise<Kept | 'other'>;
  read(file: Omit<FileToKeep, 'bytes'> & { sha256: string }): Promise<FileRead>;
  /** Only for a file that no event tells of. */
  discard(id: string): Promise<void>;
}

const sha256 = (bytes: Buffer): string => hash('sha256', bytes, 'hex');
const placeOf = ({ id, caseId }: { id: string; caseId: string }): string =>
  `case-${caseId}/attachments/${id}`;

/** Files of cases, readable only with the key of the person whose case it is. */
export function createAttachments(files: SealedFiles, privacy: Privacy): Attachments {
  const open = (file: Omit<FileToKeep, 'bytes'>, sealed: Buffer) =>
    privacy.openBytes(file.subject, sealed, placeOf(file));
  return {
    async keep(file) {
      const sealed = await privacy.sealBytes(file.subject, file.bytes, placeOf(file));
      if (await files.keep(file.id, file.caseId, sealed)) return { sha256: sha256(sealed), repeated: false };
      const before = await files.find(file.id);
      const plain = before && (await open(file, before));
      if (!before || plain === 'erased' || !plain?.equals(file.bytes)) return 'other';
      return { sha256: sha256(before), repeated: true };
    },
    async read(file) {
      const sealed = await files.find(file.id);
      if (!sealed) return { status: 'missing' };
      if (sha256(sealed) !== file.sha256) return { status: 'damaged' };
      const bytes = await open(file, sealed);
      return bytes === 'erased' ? { status: 'erased' } : { status: 'open', bytes };
    },
    discard: (id) => files.remove(id),
  };
}
