import { CHANNELS, LEVELS, OUTCOMES, ROUTES, TIERS } from '@huiyin/domain';
import { z } from 'zod';
import { DATE_FORMATS } from './timestamp';

const NAMES_MAX = 5_000;
const CHARS_MAX = 200;

const name = z.string().trim().min(1).max(CHARS_MAX);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and -');
const names = z.strictObject({ zh: name, en: name });
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: HH:MM');
const few = <T extends z.ZodType>(value: T) =>
  z.record(name, value).refine((all) => Object.keys(all).length <= NAMES_MAX, `at most ${NAMES_MAX} entries`);

/** Where a value comes from: the first of these columns that holds something, or a constant. */
const source = z
  .strictObject({
    column: z
      .union(
        [name.transform((one) => [one]), z.array(name).min(1).max(10)],
        'must be a column name or a list of them',
      )
      .optional(),
    constant: name.optional(),
    /** What the text stands for, without regard to case. */
    map: few(name).optional(),
    /** The first entry whose text is found in the value decides. */
    contains: z
      .array(z.strictObject({ text: name, value: name }))
      .max(100)
      .optional(),
    /** For an empty value, and for one that `map` or `contains` does not know. */
    otherwise: name.optional(),
    slug: z.boolean().default(false),
  })
  .refine((given) => (given.column === undefined) !== (given.constant === undefined), {
    message: 'needs either a column or a constant',
  });
export type Source = z.output<typeof source>;

/** A source that can only give values of a closed list. */
function oneOf(values: readonly string[]) {
  return source.superRefine((given, context) => {
    const check = (value: string | undefined, path: PropertyKey[]): void => {
      if (value === undefined || values.includes(value)) return;
      context.addIssue({ code: 'custom', path, message: `${value} is none of ${values.join(', ')}` });
    };
    check(given.constant, ['constant']);
    check(given.otherwise, ['otherwise']);
    for (const [key, value] of Object.entries(given.map ?? {})) check(value, ['map', key]);
    (given.contains ?? []).forEach(({ value }, index) => check(value, ['contains', index, 'value']));
    const listed = given.constant ?? given.map ?? given.contains;
    if (!listed)
      context.addIssue({ code: 'custom', path: ['map'], message: 'is needed: which text is which' });
  });
}

/** The steps of a case in their order; `register` comes before them all. */
export const STEPS = ['sort', 'send', 'acknowledge', 'accept', 'answer', 'close'] as const;
export type StepName = (typeof STEPS)[number];

/** A case takes no step without the one before it. */
const chain = z.array(z.enum(STEPS)).superRefine((given, context) => {
  const wrong = given.findIndex((step, index) => step !== STEPS[index]);
  if (wrong < 0) return;
  const message = `${given[wrong]} where ${STEPS[wrong] ?? 'nothing'} comes next`;
  context.addIssue({ code: 'custom', path: [wrong], message });
});

const fields = z.strictObject({
  externalId: source,
  openedAt: source,
  closedAt: source.optional(),
  dueAt: source.optional(),
  status: source,
  title: source,
  summary: source.optional(),
  place: source,
  category: source,
  channel: oneOf(CHANNELS),
  tier: oneOf(TIERS).optional(),
  service: source.optional(),
  longitude: source.optional(),
  latitude: source.optional(),
  answer: source.optional(),
  outcome: oneOf(OUTCOMES).optional(),
  basis: source.optional(),
  statement: source.optional(),
  petitionerName: source.optional(),
  petitionerPhone: source.optional(),
  petitionerEmail: source.optional(),
  petitionerAddress: source.optional(),
});
export type FieldName = keyof z.output<typeof fields>;

const offices = z.strictObject({
  /** Receives, sorts and sends: the desk that the export comes from. */
  receiver: z.strictObject({ id, name: names }),
  /** Before the id of every office that is made from a name in the file. */
  prefix: id,
  territory: name,
  level: z.enum(LEVELS).default('city'),
  department: source.optional(),
  /** A part of the department, which is then its superior. */
  unit: source.optional(),
  /** Better names for what the file calls a department or unit. */
  names: few(names).default({}),
  /** Gets what names no office. */
  otherwise: z.strictObject({ id, name: names }),
});

export const mappingSchema = z
  .strictObject({
    /** Part of every case id: a mapping that keeps its id finds its cases again. */
    id,
    name,
    csv: z.strictObject({ delimiter: z.string().length(1).default(',') }).default({ delimiter: ',' }),
    /** What an export writes for "nothing"; empty text always is. */
    empty: z.array(z.string().trim()).max(20).default([]),
    dates: z.strictObject({
      formats: z.array(z.enum(DATE_FORMATS)).min(1),
      zone: name.refine(isTimeZone, 'is not an IANA time zone'),
    }),
    pack: id,
    kind: z.enum(['individual', 'anonymous']).default('anonymous'),
    route: z.enum(ROUTES).default('residual'),
    fields,
    /** Status as the file writes it → what has happened with the case. */
    chains: z.record(name, chain).refine((all) => Object.keys(all).length > 0, 'needs at least one status'),
    offices,
    /** Learn each service's expected period from the due dates, and adopt them with the pack. */
    learn: z.strictObject({ opens: timeOfDay, closes: timeOfDay }).optional(),
  })
  .superRefine(({ learn, fields: given, chains }, context) => {
    const need = (path: PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (learn && !given.service) need(['fields', 'service'], 'is needed to learn periods');
    if (learn && !given.dueAt) need(['fields', 'dueAt'], 'is needed to learn periods');
    if (learn && learn.opens >= learn.closes) need(['learn', 'closes'], 'the clock closes before it opens');
    for (const [status, steps] of Object.entries(chains)) {
      if (steps.includes('answer') && !given.closedAt)
        need(['fields', 'closedAt'], `is needed by chain ${status}`);
    }
  });
export type Mapping = z.output<typeof mappingSchema>;

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export class BadMapping extends Error {}

const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`),
    '',
  );

/** Throws BadMapping: one line that names the path of what is wrong. */
export function parseMapping(text: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new BadMapping(`not JSON: ${(error as Error).message.replaceAll('\n', ' ')}`);
  }
  const parsed = mappingSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new BadMapping(`${written(first!.path) || 'mapping'}: ${first!.message}${more}`);
}
