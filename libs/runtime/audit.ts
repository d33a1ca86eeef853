import { auditKeyFile, runAudit, type AuditLog, type OpenAudit } from '@huiyin/audit';
import type { AuditConfig } from './audit-config';
import type { Platform } from './platform';

const MS_PER_s = 1_000;

export interface StartAuditOptions {
  config: AuditConfig;
  masterKeyFile: string;
  /** Where config names none. */
  folder: string;
}

/** The audit log of a running installation, its lag and its damage for the operator. */
export async function startAudit(
  platform: Platform,
  { config, masterKeyFile, folder }: StartAuditOptions,
): Promise<AuditLog & OpenAudit> {
  const { databaseUrl, pool, store, log } = platform;
  const audit = await runAudit({
    ...{ databaseUrl, pool, store, log },
    raw: await platform.openArchive(),
    keyFile: config.AUDIT_KEY_FILE ?? auditKeyFile(masterKeyFile),
    folder: config.AUDIT_FOLDER ?? folder,
    name: config.AUDIT_NAME,
    interval_ms: config.AUDIT_INTERVAL_s * MS_PER_s,
    witnesses: config.AUDIT_WITNESSES ?? [],
  });
  // The damage has been logged and is in the answers; the process stays to show it.
  audit.done.catch(() => undefined);
  observeAudit(platform, audit);
  return audit;
}

function observeAudit({ metrics, readiness, store, clock }: Platform, audit: Pick<AuditLog, 'status'>): void {
  const behind = async (reached: number) => {
    const events = Math.max(0, (await store.head()) - reached);
    const [oldest] = events > 0 ? await store.readAll({ after: reached, limit: 1 }) : [];
    const age_ms = oldest ? clock.now().getTime() - Date.parse(oldest.recordedAt) : 0;
    return { events, seconds: Math.max(0, age_ms / MS_PER_s) };
  };
  metrics.follower('audit', async () => behind((await audit.status()).reached));
  // An event waits for a signature up to the interval; longer than that, something is wrong.
  metrics.follower('audit-signed', async () => behind((await audit.status()).signedReached));
  metrics.gauge(
    'huiyin_audit_damaged',
    '1 when the log is not the one that was signed: nothing is signed any more.',
    'log',
    async () => ({ audit: (await audit.status()).damage === undefined ? 0 : 1 }),
  );
  readiness.watch('audit', async () => {
    const { damage, replaced } = await audit.status();
    const says = damage ?? replaced;
    return says === undefined ? undefined : { level: 'attention', says };
  });
}
