import { parseVerifierKey, type WitnessedLog } from '@huiyin/audit';
import { z } from 'zod';

const PORT_MAX = 65_535;
const PORT = 3_100;

/** `origin key`, several of them with commas; one origin may stand there with several keys. */
const logs = z.string().transform((text, context): WitnessedLog[] => {
  const found = new Map<string, WitnessedLog>();
  for (const one of text.split(',').map((part) => part.trim().split(/\s+/))) {
    const [origin, key, ...more] = one;
    try {
      if (!origin || !key || more.length > 0) throw new Error('each log is "<origin> <verifier key>"');
      const keys = [...(found.get(origin)?.keys ?? []), parseVerifierKey(key)];
      found.set(origin, { origin, keys });
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error));
      return z.NEVER;
    }
  }
  return [...found.values()];
});

export const witnessSchema = z.object({
  WITNESS_NAME: z.string().regex(/^[^\p{White_Space}+]+$/u, 'no spaces, no plus'),
  WITNESS_FOLDER: z.string().min(1),
  WITNESS_KEY_FILE: z.string().min(1),
  WITNESS_LOGS: logs,
  PORT: z.coerce.number().int().min(0).max(PORT_MAX).default(PORT),
  HOST: z.string().default('127.0.0.1'),
});
