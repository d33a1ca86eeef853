import { inWords } from '@huiyin/kernel/in-words';

/** The keys or the master key cannot be reached now. Try again; it says nothing about erasure. */
export class KeyServiceUnavailable extends Error {
  readonly code = 'key-service-unavailable';
  constructor(cause: unknown) {
    super(`the key service cannot be reached: ${inWords(cause)}`, {
      cause,
    });
  }
}

/** The master key is not the one that this database was sealed under. */
export class WrongMasterKey extends Error {
  readonly code = 'wrong-master-key';
  constructor(source: string) {
    super(
      `the master key (${source}) is not the one that this database was sealed under: put the right one back; nothing was written`,
    );
  }
}

/** The master key file can be read by others, or does not hold a key. */
export class MasterKeyFileUnusable extends Error {
  readonly code = 'master-key-file-unusable';
}

/** The subject's key was destroyed; it is never made again, so nothing more can be sealed for them. */
export class SubjectErased extends Error {
  readonly code = 'subject-erased';
  constructor(readonly subject: string) {
    super(`the personal data of subject ${subject} was erased`);
  }
}

/** No key and no tombstone: keys were lost, as by restoring an older backup. Never taken for erasure. */
export class SubjectKeyMissing extends Error {
  readonly code = 'subject-key-missing';
  constructor(readonly subject: string) {
    super(`the key of subject ${subject} is missing, though it was never destroyed`);
  }
}

/** The sealed value was altered, or is not in the event and field that it was sealed for. */
export class SealBroken extends Error {
  readonly code = 'seal-broken';
  constructor(readonly field: string) {
    super(`the sealed value at ${field} was altered or moved`);
  }
}

/** A bug in the caller: what was to be written would leak, or could never be read again. */
export class NotWritable extends Error {
  readonly code = 'not-writable';
}
