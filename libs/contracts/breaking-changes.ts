import type { JsonSchema } from './json-schema';

const object = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null ? (value as JsonSchema) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What each value must be: any difference breaks whoever reads it. New values of an enumeration too: they are switched over. */
const VALUE_KEYWORDS = [
  'type',
  'const',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'additionalProperties',
];
const NESTED_LISTS = ['oneOf', 'anyOf', 'allOf'];

/**
 * Why subscribers of the published schema, or a replay of old messages, would fail on the current one; none when the
 * change only adds optional fields.
 */
export function breakingChanges(published: JsonSchema, current: JsonSchema, at = ''): string[] {
  return [
    ...changedKeywords(published, current, at),
    ...changedFields(published, current, at),
    ...changedItems(published, current, at),
  ];
}

function changedKeywords(published: JsonSchema, current: JsonSchema, at: string): string[] {
  return VALUE_KEYWORDS.filter((keyword) => !same(published[keyword], current[keyword])).map(
    (keyword) =>
      `${at || '/'}: ${keyword} was ${JSON.stringify(published[keyword])}, is ${JSON.stringify(current[keyword])}`,
  );
}

function changedFields(published: JsonSchema, current: JsonSchema, at: string): string[] {
  const before = object(published['properties']);
  const after = object(current['properties']);
  const wasRequired = new Set(list(published['required']));
  const isRequired = new Set(list(current['required']));
  const kept = Object.keys(before).flatMap((name) => {
    const place = `${at}/${name}`;
    if (!(name in after)) return [`${place}: was removed`];
    if (wasRequired.has(name) && !isRequired.has(name)) return [`${place}: was always there, is optional`];
    if (!wasRequired.has(name) && isRequired.has(name)) return [`${place}: was optional, is required`];
    return breakingChanges(object(before[name]), object(after[name]), place);
  });
  const added = Object.keys(after)
    .filter((name) => !(name in before) && isRequired.has(name))
    .map((name) => `${at}/${name}: is new and required, but messages already sent lack it`);
  return [...kept, ...added];
}

function changedItems(published: JsonSchema, current: JsonSchema, at: string): string[] {
  const items = breakingIn(published['items'], current['items'], `${at}/*`);
  const nested = NESTED_LISTS.flatMap((keyword) => {
    const before = list(published[keyword]);
    const after = list(current[keyword]);
    if (before.length !== after.length) return [`${at || '/'}: the alternatives of ${keyword} are others`];
    return before.flatMap((schema, index) => breakingIn(schema, after[index], `${at}(${keyword} ${index})`));
  });
  return [...items, ...nested];
}

const breakingIn = (before: unknown, after: unknown, at: string): string[] =>
  before === undefined && after === undefined ? [] : breakingChanges(object(before), object(after), at);
