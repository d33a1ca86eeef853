import { makeFolder } from '@huiyin/kernel/make-folder';
import { LogDamaged, NothingToExport, writeBundle, type SignedCheckpoint } from '@huiyin/audit';
import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { addVerifiers, bundleSchemas } from '../bundle-parts';
import { CliError, EXIT } from '../failure';
import { fromCaller } from '../from-caller';
import { connectAudit, withAudit, type AuditConnection, type AuditOptions } from './audit-connection';

interface ExportOptions extends AuditOptions {
  case?: string;
  all?: true;
  out: string;
}

export const exportCommand = (program: Command): void => {
  const command = program
    .command('export')
    .description('a bundle that anyone can verify offline (docs/how-to/verify-the-log.md)')
    .option('--case <id>', 'one case')
    .option('--all', 'the whole log')
    .requiredOption('--out <place>', 'a file; or a folder, which then gets both verifiers too');
  withAudit(command).action(async (options: ExportOptions) => {
    if ((options.case === undefined) === (options.all === undefined))
      throw new CliError('usage', 'either --case ID or --all');
    const connection = await connectAudit(options);
    try {
      await exportTo(connection, options);
    } finally {
      await connection.close();
    }
  });
};

async function exportTo({ audit }: AuditConnection, options: ExportOptions): Promise<void> {
  const stream = options.case === undefined ? undefined : `case-${options.case.replace(/^case-/, '')}`;
  const checkpoint = await signedOrLatest(audit);
  const out = fromCaller(options.out);
  const folder = /[/\\]$/.test(options.out) || (await stat(out).catch(() => undefined))?.isDirectory();
  const file = folder ? path.join(out, `huiyin-${stream ?? 'all'}.bundle`) : out;
  await makeFolder(path.dirname(file));
  const { raw, evidence, key } = audit;
  const written = await writeBundle(file, {
    raw,
    evidence,
    checkpoint,
    key,
    stream,
    schemas: bundleSchemas(),
    now: new Date(),
  }).catch((error: unknown) => {
    if (error instanceof NothingToExport) throw new CliError('case-not-found', error.message);
    throw error;
  });
  if (folder) await addVerifiers(out);
  process.stdout.write(`${file}: ${written.events} events under the checkpoint at ${checkpoint.size}\n`);
}

/** A damaged log is exported too: under what was signed before, so that others see the damage. */
async function signedOrLatest(audit: AuditConnection['audit']): Promise<SignedCheckpoint> {
  try {
    return await audit.sign();
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    process.stderr.write(`huiyin: log-damaged: ${error.message}\n`);
    const latest = await audit.latest();
    if (!latest) throw new CliError('log-damaged', 'and no checkpoint was signed before', EXIT.failed);
    return latest;
  }
}
