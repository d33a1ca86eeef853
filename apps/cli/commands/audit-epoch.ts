import { openEpoch } from '@huiyin/audit';
import type { Command } from 'commander';
import { connectAudit, withAudit, type AuditOptions } from './audit-connection';

export const auditEpochCommand = (program: Command): void => {
  const command = program
    .command('audit-epoch')
    .description('after a restore that lost events: go on under a new origin that names the last checkpoint');
  withAudit(command).action(async (options: AuditOptions) => {
    const { audit, pool, close } = await connectAudit(options);
    try {
      const { origin, after } = await openEpoch(pool, audit.evidence, audit.signer);
      process.stdout.write(`${origin}: opened ${after}\n`);
    } finally {
      await close();
    }
  });
};
