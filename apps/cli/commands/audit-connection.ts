import { auditKeyFile, runAudit, type AuditLog, type OpenAudit } from '@huiyin/audit';
import { silentLog } from '@huiyin/kernel';
import { Option, type Command } from 'commander';
import path from 'node:path';
import type { Platform } from '@huiyin/runtime/platform';
import type { Pool } from 'pg';
import { connect, withConnection, type ConnectOptions } from '../connect';

export interface AuditOptions extends ConnectOptions {
  auditFolder?: string;
  auditKeyFile?: string;
  auditName?: string;
}

/** Which audit log a command works on. */
export const withAudit = (command: Command): Command =>
  withConnection(command)
    .addOption(
      new Option('--audit-folder <folder>', 'checkpoint and leaves (default: audit/ in --data)').env(
        'AUDIT_FOLDER',
      ),
    )
    .addOption(
      new Option('--audit-key-file <file>', 'signing key (default: beside the master key)').env(
        'AUDIT_KEY_FILE',
      ),
    )
    .addOption(new Option('--audit-name <name>', "the log's name").env('AUDIT_NAME'));

export interface AuditConnection {
  audit: AuditLog & OpenAudit;
  platform: Platform;
  pool: Pool;
  close(): Promise<void>;
}

export async function connectAudit(options: AuditOptions): Promise<AuditConnection> {
  const { platform, close } = await connect(options);
  try {
    const masterKeyFile = options.masterKeyFile ?? path.join(options.data, 'master.key');
    const audit = await runAudit({
      databaseUrl: platform.databaseUrl,
      pool: platform.pool,
      raw: await platform.openArchive(),
      keyFile: options.auditKeyFile ?? auditKeyFile(masterKeyFile),
      folder: options.auditFolder ?? path.join(options.data, 'audit'),
      name: options.auditName,
      // What is wrong is said by the command, once.
      log: silentLog,
    });
    return {
      ...{ audit, platform, pool: platform.pool },
      async close() {
        await audit.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
