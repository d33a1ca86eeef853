import { unreachable } from '@huiyin/kernel';
import { types, type CustomTypesConfig } from 'pg';
import type { Column, ColumnType } from './table';
import type { Row } from './view';

const UNSAFE = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** COPY's text format. PostgreSQL's text holds no NUL. */
const escaped = (text: string): string =>
  UNSAFE.test(text)
    ? text.replaceAll('\0', '\uFFFD').replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]!)
    : text;

const doubled = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

const QUOTED = /["\\]/;

/** Most arrays hold nothing that must be quoted, and are one join. */
function arrayLiteral(items: readonly string[]): string {
  if (items.length === 0) return '{}';
  const safe = QUOTED.test(items.join('')) ? items.map((item) => item.replace(/["\\]/g, '\\$&')) : items;
  return `{"${safe.join('","')}"}`;
}

type Encode = (value: never) => string;

const verbatim = (value: string): string => value;

/** A column's own function: no choice is left to make for each of millions of values. */
function encoderFor(type: ColumnType): Encode {
  switch (type) {
    case 'text':
      return escaped;
    case 'timestamptz':
    case 'date':
      return verbatim;
    case 'integer':
    case 'bigint':
    case 'double precision':
      return String;
    case 'boolean':
      return (value: boolean) => (value ? 't' : 'f');
    case 'text[]':
      return (value: readonly string[]) => escaped(arrayLiteral(value));
    case 'json':
      // JSON writes every control character as an escape: only its backslashes are left.
      return (value: unknown) => doubled(JSON.stringify(value));
    default:
      return unreachable(type);
  }
}

/** Writes rows of these columns as lines of COPY's text format. */
export function rowEncoder(columns: readonly Column[]): (row: Row) => string {
  const properties = columns.map(({ property }) => property);
  const encoders = columns.map(({ type }) => encoderFor(type));
  return (row) => {
    const values: string[] = [];
    for (let index = 0; index < properties.length; index += 1) {
      const value = row[properties[index]!];
      values.push(value === null || value === undefined ? '\\N' : encoders[index]!(value as never));
    }
    // Joined, where adding up would leave a tree of pieces.
    return `${values.join('\t')}\n`;
  };
}

/** `2026-01-02 03:04:05.6+00`, as a session in UTC writes it, to `2026-01-02T03:04:05.600Z`. */
export function isoInstant(text: string): string {
  const fraction = text.charAt(19) === '.' ? text.slice(20, text.indexOf('+', 20)) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

const { INT8, TIMESTAMPTZ, DATE } = types.builtins;

/** Values as rows hold them, whoever reads: the engine, or a query through TypeORM. */
export const VIEW_TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === Number(INT8)) return Number;
    if (oid === Number(TIMESTAMPTZ)) return isoInstant;
    if (oid === Number(DATE)) return (text: string) => text;
    return types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
} as CustomTypesConfig;

export function decodeRow(values: readonly unknown[], columns: readonly Column[]): Row {
  const row: Record<string, unknown> = {};
  columns.forEach(({ property }, index) => {
    row[property] = values[index];
  });
  return row;
}
