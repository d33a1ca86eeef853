import type { WitnessAddress } from '@huiyin/audit';
import { z } from 'zod';

const INTERVAL_s_MAX = 86_400;

/** `url key`, several of them with commas. */
const witnesses = z.string().transform((text, context): WitnessAddress[] => {
  const read = text.split(',').map((one) => one.trim().split(/\s+/));
  return read.map(([url, verifierKey, ...more]) => {
    if (!url || !verifierKey || more.length > 0 || !/^https?:\/\//.test(url)) {
      context.addIssue('each witness is "<url> <verifier key>"');
      return z.NEVER;
    }
    return { url, verifierKey };
  });
});

/** What the audit log can be told, from the environment. */
export const auditSchema = z.object({
  /** By default `audit` in the data folder, where there is one. */
  AUDIT_FOLDER: z.string().min(1).optional(),
  AUDIT_KEY_FILE: z.string().min(1).optional(),
  AUDIT_NAME: z
    .string()
    .regex(/^[^\p{White_Space}+]+$/u, 'no spaces, no plus')
    .optional(),
  AUDIT_INTERVAL_s: z.coerce.number().int().min(1).max(INTERVAL_s_MAX).default(60),
  AUDIT_WITNESSES: witnesses.optional(),
});
export type AuditConfig = z.output<typeof auditSchema>;
