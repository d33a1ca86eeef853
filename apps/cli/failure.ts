import { KeyFileUnusable, LogDamaged } from '@huiyin/audit';
import { BackupUnusable, MasterKeyMissing, NotEmpty } from '@huiyin/backup';
import { SchemaTooNew, UnsupportedDatabase } from '@huiyin/database';
import { BadHeader, BadMapping } from '@huiyin/csv-import';
import {
  BadConnectionString,
  NotForBench,
  RefusedByServer,
  StoreUnavailable,
  UnsupportedServer,
  WrongEventStore,
} from '@huiyin/event-store';
import { inWords, QueueFull, told } from '@huiyin/kernel';
import { WrongMasterKey } from '@huiyin/privacy';
import { BadConfig } from '@huiyin/runtime/config';
import { DataFolderTooNew } from '@huiyin/runtime/data-folder';
import { PostgresFailed } from '../../infra/postgres/embedded';

/** What a process ends with. */
export const EXIT = { done: 0, failed: 1, badInput: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that a person can put right: shown as one line, with a code that scripts can rely on. */
export class CliError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly exit: ExitCode = EXIT.badInput,
  ) {
    super(message);
  }
}

/** These say their code themselves. */
const BAD_INPUT: readonly (new (...args: never[]) => Error)[] = [
  BackupUnusable,
  NotEmpty,
  MasterKeyMissing,
  WrongMasterKey,
  WrongEventStore,
];

const KNOWN: readonly (readonly [new (...args: never[]) => Error, string, ExitCode])[] = [
  [BadMapping, 'bad-mapping', EXIT.badInput],
  [BadHeader, 'bad-header', EXIT.badInput],
  [DataFolderTooNew, 'data-folder-too-new', EXIT.failed],
  [UnsupportedDatabase, 'server-unsupported', EXIT.failed],
  [SchemaTooNew, 'schema-too-new', EXIT.failed],
  [PostgresFailed, 'postgres-failed', EXIT.failed],
  [StoreUnavailable, 'store-unavailable', EXIT.failed],
  [BadConfig, 'bad-config', EXIT.badInput],
  [KeyFileUnusable, 'key-file-unusable', EXIT.badInput],
  [LogDamaged, 'log-damaged', EXIT.failed],
  [BadConnectionString, 'bad-connection-string', EXIT.badInput],
  [NotForBench, 'not-for-bench', EXIT.badInput],
  [UnsupportedServer, 'server-unsupported', EXIT.failed],
  [RefusedByServer, 'store-refused', EXIT.failed],
  [QueueFull, 'store-busy', EXIT.failed],
];

/** Errors of the file system, of the driver and of libs/privacy carry a code of their own. */
function ownCode(error: Error): string {
  const { code } = told(error) as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : 'unexpected';
}

export interface Failure {
  code: string;
  message: string;
  exit: ExitCode;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CliError) return error;
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error), exit: EXIT.failed };
  const [, code, exit] = KNOWN.find(([kind]) => error instanceof kind) ?? [];
  const otherwise = BAD_INPUT.some((kind) => error instanceof kind) ? EXIT.badInput : EXIT.failed;
  return { code: code ?? ownCode(error), message: inWords(error), exit: exit ?? otherwise };
}
