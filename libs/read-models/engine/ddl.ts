import type { View } from './view';
import { columnsOf, snake, type TableSpec } from './table';

export const SCHEMA = 'views';
/** What queries read; it shows the live table. */
export const sqlView = (name: string): string => `${SCHEMA}.${snake(name)}`;

/** The live table and the one that a rebuild of the same version fills beside it take turns. */
export const tableNames = (view: View): readonly [string, string] => {
  const name = `${snake(view.name)}_v${view.version}`;
  return [name, `${name}_b`];
};

const list = (names: readonly string[]): string => names.map((name) => `"${snake(name)}"`).join(', ');

export function createTable(table: string, spec: TableSpec): string {
  const columns = columnsOf(spec).map(
    ({ name, type, nullable }) =>
      `"${name}" ${type}${type === 'text' ? ' COLLATE "C"' : ''}${nullable ? '' : ' NOT NULL'}`,
  );
  const loaded = spec.key[0] === spec.group ? '' : createGroupIndex(table, spec);
  return `CREATE TABLE ${SCHEMA}.${table} (${columns.join(', ')}, PRIMARY KEY (${list(spec.key)})); ${loaded}`;
}

/** Needed while the table is filled; the others are made when it has caught up. */
const createGroupIndex = (table: string, { group }: TableSpec): string =>
  `CREATE INDEX ${table}_group ON ${SCHEMA}.${table} (${list([group])}) WHERE "${snake(group)}" IS NOT NULL;`;

export const createIndexes = (table: string, { indexes }: TableSpec): string =>
  indexes
    .map(({ columns, using, where, descending }, number) => {
      const on = descending ? columns.map((name) => `"${snake(name)}" DESC`).join(', ') : list(columns);
      const method = using ? `USING ${using} ` : '';
      return `CREATE INDEX IF NOT EXISTS ${table}_${number} ON ${SCHEMA}.${table} ${method}(${on})${where ? ` WHERE ${where}` : ''};`;
    })
    .join('\n');

/** Names its columns: a later version of the table may have others. */
export const publish = (view: View, table: string): string =>
  `DROP VIEW IF EXISTS ${sqlView(view.name)};
   CREATE VIEW ${sqlView(view.name)} AS SELECT ${columnsOf(view.table)
     .map(({ name }) => `"${name}"`)
     .join(', ')} FROM ${SCHEMA}.${table};`;
