/** The file cannot be restored from; `code` says why, the message which file and where. */
export class BackupUnusable extends Error {
  constructor(
    readonly code: 'backup-foreign' | 'backup-too-new' | 'backup-damaged',
    message: string,
  ) {
    super(message);
  }
}

/** A backup goes into an empty place only: nothing that is there is mixed with it or written over. */
export class NotEmpty extends Error {
  readonly code = 'not-empty';
  constructor(what: string) {
    super(`${what}: restore into an empty database, data folder or namespace; nothing was written`);
  }
}

/** Without it every sealed value of the backup would stay closed for ever. */
export class MasterKeyMissing extends Error {
  readonly code = 'master-key-missing';
  constructor(file: string) {
    super(
      `the master key is not in ${file}: put the one of the backed-up installation there; nothing was written`,
    );
  }
}
