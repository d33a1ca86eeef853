import { z } from 'zod';

const PORT_MAX = 65_535;

const url = z.url();
const optionalUrl = url.optional();

/** Everything an app can be told, from its environment. Names are what an operator sets. */
export const configSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://'),
  MASTER_KEY_FILE: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(PORT_MAX).default(3000),
  HOST: z.string().default('127.0.0.1'),
  KAFKA_BROKERS: z
    .string()
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .pipe(z.array(z.string().regex(/^[^:\s]+:\d+$/, 'each broker is host:port')).min(1))
    .optional(),
  LANGUAGE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().default('huiyin@localhost'),
  WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  SMS_URL: optionalUrl,
  SMS_TOKEN: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl,
});

export type Config = z.output<typeof configSchema>;

/** The configuration is wrong; the message names every variable and what is wrong with it, never its value. */
export class BadConfig extends Error {}

export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new BadConfig(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
}
