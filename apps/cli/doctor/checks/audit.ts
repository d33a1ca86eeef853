import { HOUR_ms } from '@huiyin/kernel';
import { createSigner, DEFAULT_LOG_NAME, inspectAudit, openEvidence, readKeyFile } from '@huiyin/audit';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { withArchive } from '../archive';
import { fail, ok, warn, type Check } from '../check';

/** Checkpoints are a minute apart unless AUDIT_INTERVAL_s says otherwise. */
const OLD_ms = HOUR_ms;
const NOT_BEGUN = 'start the audit app (AUDIT_FOLDER), or say --audit-folder where its folder is elsewhere';

export const audit: Check = {
  name: 'audit',
  async look({ pool, auditFolder, auditKeyFile, auditName, now }) {
    const seed = await readKeyFile(auditKeyFile);
    if (!seed) return warn(`there is no signing key at ${auditKeyFile}`, NOT_BEGUN);
    const evidence = openEvidence(auditFolder);
    const signer = createSigner(auditName ?? DEFAULT_LOG_NAME, seed);
    const { stored, signed, damage } = await withArchive({ pool }, (archive) =>
      inspectAudit(pool, archive, evidence, signer),
    );
    if (damage !== undefined) return fail(damage, 'docs/how-to/verify-the-log.md, "When the log says"');
    if (signed === 0) return warn(`no checkpoint is in ${auditFolder}`, NOT_BEGUN);
    const { mtimeMs } = await stat(path.join(auditFolder, 'checkpoint'));
    const says = `${signed} of ${stored} events are signed`;
    return signed < stored && now.getTime() - mtimeMs > OLD_ms
      ? warn(`${says}, the last time at ${new Date(mtimeMs).toISOString()}`, 'see that the audit app runs')
      : ok(says);
  },
};
