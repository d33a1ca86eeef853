import {
  auditKeyFile,
  createSigner,
  DEFAULT_LOG_NAME,
  KeyNotNew,
  loadOrCreateKeyFile,
  migrateAudit,
  openEvidence,
  rotateKey,
  type Signer,
} from '@huiyin/audit';
import { createPool } from '@huiyin/database';
import { openEventArchive } from '@huiyin/event-store';
import { readConfig, eventStoreSchema } from '@huiyin/runtime/config';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { link, rename } from 'node:fs/promises';
import path from 'node:path';
import { reach } from '../connect';
import { CliError } from '../failure';
import { withAudit, type AuditOptions } from './audit-connection';

interface RotateOptions extends AuditOptions {
  newAuditKeyFile?: string;
  show?: true;
}

const HELP = `
Signs one more checkpoint, with both keys; from then on only the new one signs, and the files change places. Who knows
either key can check the other by that checkpoint: it is in the audit folder, in every bundle and at GET /audit/keys.
Tell the witnesses the new key before (--show; WITNESS_LOGS takes both). A running audit app goes on with the key that is in
its file. Cut short, the same command goes on.`;

export const rotateAuditKeyCommand = (program: Command): void => {
  const command = program
    .command('rotate-audit-key')
    .description('put another signing key of the audit log in force (docs/operations.md)')
    .option('--new-audit-key-file <file>', 'the new key; made where there is none (default: audit.key.next)')
    .option('--show', 'print the new key, for the witnesses, and change nothing yet')
    .addHelpText('after', HELP);
  withAudit(command).action(async (options: RotateOptions) => {
    process.stdout.write(`${await rotate(options)}\n`);
  });
};

async function rotate(options: RotateOptions): Promise<string> {
  const masterKeyFile = options.masterKeyFile ?? path.join(options.data, 'master.key');
  const keyFile = options.auditKeyFile ?? auditKeyFile(masterKeyFile);
  const newFile = options.newAuditKeyFile ?? `${keyFile}.next`;
  // A key that is made here would be nobody's.
  if (!existsSync(keyFile)) throw new CliError('audit-key-missing', `there is no signing key at ${keyFile}`);
  const signerOf = async (file: string): Promise<Signer> =>
    createSigner(options.auditName ?? DEFAULT_LOG_NAME, await loadOrCreateKeyFile(file));
  if (options.show) return (await signerOf(newFile)).verifierKey;
  const reached = await reach(options);
  const pool = createPool({ url: reached.databaseUrl, applicationName: 'huiyin audit key' });
  try {
    await migrateAudit(reached.databaseUrl);
    const evidence = openEvidence(options.auditFolder ?? path.join(options.data, 'audit'));
    const [from, to] = [await signerOf(keyFile), await signerOf(newFile)];
    const raw = await openEventArchive({ db: pool, ...readConfig(eventStoreSchema) });
    await rotateKey({ pool, raw, evidence, from, to })
      .catch((error: unknown) => {
        throw error instanceof KeyNotNew ? new CliError('key-not-new', error.message) : error;
      })
      .finally(() => raw.close());
    const kept = await changePlaces(keyFile, newFile, from);
    return `${to.verifierKey} signs from now on: a running audit app takes it from ${keyFile}; destroy ${kept} once it does`;
  } finally {
    await pool.end();
    await reached.end();
  }
}

/** At no moment is there no key, and the old one is under another name before it is replaced. */
async function changePlaces(keyFile: string, newFile: string, old: Signer): Promise<string> {
  const [, id] = old.verifierKey.split('+');
  const kept = `${keyFile}.replaced-${id}`;
  await link(keyFile, kept).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rename(newFile, keyFile);
  return kept;
}
