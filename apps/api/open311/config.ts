import { readConfig } from '@huiyin/runtime';
import { z } from 'zod';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
);

const schema = z
  .object({
    /** Without one, every jurisdiction_id is let through: the endpoint serves one city. */
    OPEN311_JURISDICTION_ID: z.string().optional(),
    /** Without any, everybody may post. */
    OPEN311_API_KEYS: list.default([]),
    /** The pack whose services are offered. */
    OPEN311_PACK: z.string().default('open311'),
    /** Id of the office that receives what is posted; default: the first petition department of the directory. */
    OPEN311_RECEIVER: z.string().optional(),
    OPEN311_CONTACT: z.string().default('Ask whoever runs this Huiyin installation.'),
    OPEN311_KEY_SERVICE: z.string().default('Ask whoever runs this Huiyin installation for an api_key.'),
    OPEN311_TYPE: z.enum(['production', 'test']).default('production'),
    /** As the outside calls it, without the path; default: as the request came. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform((env) => ({
    jurisdiction: env.OPEN311_JURISDICTION_ID,
    apiKeys: env.OPEN311_API_KEYS,
    pack: env.OPEN311_PACK,
    receiver: env.OPEN311_RECEIVER,
    contact: env.OPEN311_CONTACT,
    keyService: env.OPEN311_KEY_SERVICE,
    type: env.OPEN311_TYPE,
    publicUrl: env.PUBLIC_URL,
  }));

export type Open311Config = z.output<typeof schema>;

/** Throws BadConfig. */
export const open311Config = (env?: Readonly<Record<string, string>>): Open311Config =>
  readConfig(schema, env);
