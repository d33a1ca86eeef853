import { auditSchema, BadConfig, readConfig, runApp, startAudit } from '@huiyin/runtime';
import { AuditModule } from './audit.module';

runApp('audit', async ({ config: { MASTER_KEY_FILE: masterKeyFile }, platform }) => {
  const config = readConfig(auditSchema);
  const folder = config.AUDIT_FOLDER;
  if (folder === undefined) throw new BadConfig('AUDIT_FOLDER: must be set');
  return { imports: [AuditModule.with(await startAudit(platform, { config, masterKeyFile, folder }))] };
});
