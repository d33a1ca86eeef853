import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { columnsOf, type Column, type ColumnType } from './engine/table';
import { SCHEMA } from './engine/ddl';
import { snake } from './engine/table';
import type { Row, View } from './engine/view';

const ORM_TYPES = { 'text[]': 'text' } as const;

const ormType = (type: ColumnType): EntitySchemaColumnOptions['type'] =>
  type === 'text[]' ? ORM_TYPES[type] : type;

/** TypeORM hands out Date and, for bigint, text; rows hold ISO instants and numbers. */
const FROM_ORM: Partial<Record<ColumnType, (value: unknown) => unknown>> = {
  timestamptz: (value) => (value instanceof Date ? value.toISOString() : value),
  bigint: (value) => (value === null ? null : Number(value)),
};

function columnOptions({ name, type, nullable }: Column, key: boolean): EntitySchemaColumnOptions {
  const from = FROM_ORM[type];
  return {
    name,
    type: ormType(type)!,
    nullable,
    primary: key,
    ...(type === 'text[]' ? { array: true } : {}),
    ...(from ? { transformer: { from, to: (value: unknown) => value } } : {}),
  };
}

/** The view as TypeORM reads it, from the same table.ts that the projector makes the table of. */
export const entityOf = ({ name, table }: View): EntitySchema<Row> =>
  new EntitySchema<Row>({
    name,
    schema: SCHEMA,
    tableName: snake(name),
    columns: Object.fromEntries(
      columnsOf(table).map((column) => [
        column.property,
        columnOptions(column, table.key.includes(column.property)),
      ]),
    ),
  });
