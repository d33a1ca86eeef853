import { auditKeyFile, runAudit } from '@huiyin/audit';
import { readConfig, runApp } from '@huiyin/runtime';
import { AuditModule } from './audit.module';
import { auditSchema } from './config';

const MS_PER_s = 1_000;

runApp('audit', async ({ config, platform, log }) => {
  const own = readConfig(auditSchema);
  const audit = await runAudit({
    databaseUrl: platform.databaseUrl,
    pool: platform.pool,
    store: platform.store,
    keyFile: own.AUDIT_KEY_FILE ?? auditKeyFile(config.MASTER_KEY_FILE),
    folder: own.AUDIT_FOLDER,
    name: own.AUDIT_NAME,
    interval_ms: own.AUDIT_INTERVAL_s * MS_PER_s,
    witnesses: own.AUDIT_WITNESSES ?? [],
    log,
  });
  // The damage has been logged and is in the answers; the process stays to show it.
  audit.done.catch(() => undefined);
  return { imports: [AuditModule.with(audit)] };
});
