import { z } from 'zod';
import { readableText } from './schema-parts';

const ATTRIBUTES_MAX = 50;
const VALUES_MAX = 500;
const KEYWORDS_MAX = 50;
const SHORT_CHARS_MAX = 200;
const LONG_CHARS_MAX = 2_000;

const short = readableText(SHORT_CHARS_MAX);
const long = readableText(LONG_CHARS_MAX);
const name = z.strictObject({ zh: short, en: short });
const text = z.strictObject({ zh: long, en: long });

export const SERVICE_DATATYPES = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;

const attribute = z.strictObject({
  code: short,
  /** False: only information for whoever fills in the form. */
  variable: z.boolean().default(true),
  datatype: z.enum(SERVICE_DATATYPES),
  required: z.boolean().default(false),
  description: text,
  datatypeDescription: text.optional(),
  /** What a list offers. */
  values: z
    .array(z.strictObject({ key: short, name }))
    .max(VALUES_MAX)
    .optional(),
});

/** What the public can ask for under a pack, as Open311 GeoReport v2 publishes it (GET Service List, Definition). */
export const serviceSchema = z.strictObject({
  /** Also the key of its period in the pack's `services`. */
  code: short,
  name,
  description: text.optional(),
  group: name.optional(),
  keywords: z.array(short).max(KEYWORDS_MAX).optional(),
  /** Category of a case that asks for it; default: the code. */
  category: short.optional(),
  /** What the city will do, told to whoever asks for it. */
  notice: text.optional(),
  attributes: z.array(attribute).max(ATTRIBUTES_MAX).optional(),
});

export type ServiceDefinition = z.input<typeof serviceSchema>;
export type ServiceAttribute = NonNullable<ServiceDefinition['attributes']>[number];

interface Problem {
  path: readonly PropertyKey[];
  message: string;
}

const twice = (codes: readonly string[]): number[] =>
  codes.flatMap((code, index) => (codes.indexOf(code) < index ? [index] : []));

/** What the shape of a list of services cannot say. */
export function serviceProblems(services: readonly ServiceDefinition[]): Problem[] {
  const repeated = twice(services.map(({ code }) => code)).map((index) => ({
    path: ['offered', index, 'code'],
    message: `${services[index]!.code} is there twice`,
  }));
  return [
    ...repeated,
    ...services.flatMap(({ attributes = [] }, index) =>
      attributeProblems(attributes, ['offered', index, 'attributes']),
    ),
  ];
}

function attributeProblems(attributes: readonly ServiceAttribute[], at: Problem['path']): Problem[] {
  const repeated = twice(attributes.map(({ code }) => code)).map((index) => ({
    path: [...at, index, 'code'],
    message: `${attributes[index]!.code} is there twice`,
  }));
  const lists = attributes.flatMap(({ datatype, values = [] }, index) =>
    datatype.endsWith('valuelist') === values.length > 0
      ? []
      : [{ path: [...at, index, 'values'], message: 'a list has values, and nothing else has' }],
  );
  return [...repeated, ...lists];
}
