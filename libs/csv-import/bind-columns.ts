import { NOT_UTF8 } from './decode';
import type { FieldName, Mapping, Source } from './mapping';
import { clean, slug } from './text';

export type Value =
  | { status: 'value'; text: string; column: string }
  | { status: 'empty'; column: string }
  | { status: 'not-utf8'; column: string }
  | { status: 'unknown'; text: string; column: string };

export type ReadValue = (fields: readonly string[]) => Value;

/** A mapping bound to the header of one file: column names have become positions. */
export interface BoundColumns {
  fields: Readonly<Partial<Record<FieldName, ReadValue>>>;
  department: ReadValue | undefined;
  unit: ReadValue | undefined;
}

/** The file lacks a column that the mapping cannot do without, or has one twice. */
export class BadHeader extends Error {}

const ALWAYS_NEEDED: readonly FieldName[] = [
  'externalId',
  'openedAt',
  'status',
  'title',
  'place',
  'category',
  'channel',
];

const key = (name: string): string => name.trim().toLowerCase();

/** Any order, extra columns and missing optional ones are fine. Throws BadHeader otherwise. */
export function bindColumns(mapping: Mapping, header: readonly string[]): BoundColumns {
  const positions = new Map<string, number>();
  const twice = new Set<string>();
  header.forEach((name, position) => {
    if (positions.has(key(name))) twice.add(key(name));
    else positions.set(key(name), position);
  });
  const empty = new Set(mapping.empty.map((text) => text.toLowerCase()));
  const bind = (source: Source): ReadValue => {
    const ambiguous = (source.column ?? []).find((name) => twice.has(key(name)));
    if (ambiguous !== undefined) throw new BadHeader(`column ${ambiguous} is there twice`);
    return reader(source, header, positions, empty);
  };
  const needed = neededFields(mapping);
  const bound = Object.entries(mapping.fields).map(([name, source]) => {
    const there = source.column?.some((column) => positions.has(key(column))) ?? true;
    if (!there && source.otherwise === undefined && needed.includes(name as FieldName)) {
      throw new BadHeader(`there is no column ${source.column!.join(' or ')} (for ${name})`);
    }
    return [name, bind(source)];
  });
  const { department, unit } = mapping.offices;
  return {
    fields: Object.fromEntries(bound) as BoundColumns['fields'],
    department: department && bind(department),
    unit: unit && bind(unit),
  };
}

function neededFields({ chains }: Mapping): readonly FieldName[] {
  const answers = Object.values(chains).some((steps) => steps.includes('answer'));
  return answers ? [...ALWAYS_NEEDED, 'closedAt'] : ALWAYS_NEEDED;
}

function reader(
  source: Source,
  header: readonly string[],
  positions: ReadonlyMap<string, number>,
  empty: ReadonlySet<string>,
): ReadValue {
  const { constant, otherwise } = source;
  if (constant !== undefined) return () => ({ status: 'value', text: constant, column: '' });
  const at = source.column!.map((name) => positions.get(key(name))).filter((found) => found !== undefined);
  const column = at.length > 0 ? header[at[0]!]!.trim() : source.column![0]!;
  const translate = translator(source);
  const shape = (text: string): string => (source.slug ? slug(text) : text);
  return (fields) => {
    for (const position of at) {
      const text = clean(fields[position]!);
      if (text === '' || empty.has(text.toLowerCase())) continue;
      const column = header[position]!.trim();
      if (text.includes(NOT_UTF8)) return { status: 'not-utf8', column };
      const meant = translate(text);
      if (meant === undefined) return { status: 'unknown', text, column };
      const shaped = shape(meant);
      if (shaped !== '') return { status: 'value', text: shaped, column };
    }
    return otherwise === undefined
      ? { status: 'empty', column }
      : { status: 'value', text: shape(otherwise), column };
  };
}

/** What a text stands for; undefined where the mapping does not say. */
function translator({ map, contains, otherwise }: Source): (text: string) => string | undefined {
  if (!map && !contains) return (text) => text;
  const exact = new Map(Object.entries(map ?? {}).map(([from, to]) => [from.toLowerCase(), to]));
  const parts = (contains ?? []).map(({ text, value }) => ({ text: text.toLowerCase(), value }));
  return (text) => {
    const lower = text.toLowerCase();
    return exact.get(lower) ?? parts.find((part) => lower.includes(part.text))?.value ?? otherwise;
  };
}
