import { identifyByHeaders, identifyByToken } from '@huiyin/access';
import { NAMESPACE } from '@huiyin/event-store';
import { isTimeZone, ZONE_DEFAULT } from '@huiyin/kernel';
import { z } from 'zod';

const PORT_MAX = 65_535;

const JSON_HEADERS = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('must be a JSON object of headers');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As Standard Webhooks writes it. */
function isWebhookSecret(text: string): boolean {
  const [, key = ''] = /^whsec_(.+)$/.exec(text) ?? [];
  return key !== '' && Buffer.from(key, 'base64').toString('base64') === key;
}

/** How notices and traces leave; what is not set is not used. */
const delivery = {
  HUIYIN_LANGUAGE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('huiyin@localhost'),
  WEBHOOK_SECRET: z.string().refine(isWebhookSecret, 'must be whsec_ and a key in base64').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  SMS_URL: z.url().optional(),
  SMS_HEADERS: JSON_HEADERS.optional(),
  SMS_BODY: z.string().refine(isJson, 'must be JSON').default('{"to":"{{to}}","text":"{{text}}"}'),
};

export const deliverySchema = z.object(delivery);
export type DeliveryConfig = z.output<typeof deliverySchema>;

/** The local days of figures and reports, and of due times in notices; packs, rhythms and drives name their own. */
export const timeZoneSchema = z
  .object({
    HUIYIN_TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone').default(ZONE_DEFAULT),
  })
  .transform(({ HUIYIN_TIME_ZONE }) => HUIYIN_TIME_ZONE);

/** Who is believed: bearer tokens of an OpenID Connect issuer, or, without one, the headers as they are. */
export const accessSchema = z
  .object({
    HUIYIN_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    HUIYIN_OIDC_AUDIENCE: z.string().default('huiyin'),
    HUIYIN_OIDC_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform(
    ({ HUIYIN_OIDC_ISSUER: issuer, HUIYIN_OIDC_AUDIENCE: audience, HUIYIN_OIDC_JWKS_URL: jwksUrl }) =>
      issuer === undefined ? identifyByHeaders : identifyByToken({ issuer, audience, jwksUrl }),
  );

const eventStore = {
  EVENT_STORE: z.enum(['postgres', 'kurrentdb']).default('postgres'),
  KURRENTDB_URL: z
    .string()
    .regex(/^(kurrentdb|kurrent|kdb)(\+discover)?:\/\/\S+$/, 'must start with kurrentdb://')
    .optional(),
  /** Of this installation's streams on a server that holds others too. */
  KURRENTDB_NAMESPACE: z.string().regex(NAMESPACE, 'up to 32 lower-case letters and digits').optional(),
};

/** Where the events are. Everything else is in PostgreSQL either way. */
export const eventStoreSchema = z
  .object(eventStore)
  .refine(({ EVENT_STORE, KURRENTDB_URL }) => EVENT_STORE === 'postgres' || KURRENTDB_URL !== undefined, {
    path: ['KURRENTDB_URL'],
    message: 'must be set where EVENT_STORE=kurrentdb',
  })
  .transform(({ EVENT_STORE, KURRENTDB_URL: url, KURRENTDB_NAMESPACE: namespace }) =>
    EVENT_STORE === 'kurrentdb' && url !== undefined ? { kurrentDb: { url, namespace } } : {},
  );
export type EventStoreChoice = z.output<typeof eventStoreSchema>;

/** Everything an app of the split mode can be told, from its environment. */
export const configSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .refine((text) => URL.canParse(text), 'must be postgresql://user:password@host:port/database'),
  MASTER_KEY_FILE: z.string().min(1),
  KAFKA_BROKERS: z
    .string()
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .pipe(z.array(z.string().regex(/^[^:\s]+:\d+$/, 'each broker is host:port')).min(1)),
  PORT: z.coerce.number().int().min(0).max(PORT_MAX).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ...eventStore,
  ...delivery,
});

export type Config = z.output<typeof configSchema>;

/** The configuration is wrong; the message names every variable and what is wrong with it, never its value. */
export class BadConfig extends Error {}

/** Reads what the schema names from the environment; throws BadConfig. */
export function readConfig<T>(
  schema: z.ZodType<T>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): T {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new BadConfig(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
}
