/** PostgreSQL types that a view may use, and what they are in a row. Instants are ISO 8601 in UTC with milliseconds. */
interface Values {
  text: string;
  integer: number;
  bigint: number;
  'double precision': number;
  boolean: boolean;
  timestamptz: string;
  /** `YYYY-MM-DD`. */
  date: string;
  'text[]': readonly string[];
  json: unknown;
}

export type ColumnType = keyof Values;
/** With a question mark: nullable. */
export type ColumnSpec = ColumnType | `${ColumnType}?`;

export interface TableSpec {
  columns: Readonly<Record<string, ColumnSpec>>;
  /** Columns of the primary key. */
  key: readonly string[];
  /** The column whose value is the group of a row; the first of the key, or indexed. */
  group: string;
  indexes: readonly { columns: readonly string[]; using?: 'gin'; where?: string; descending?: true }[];
}

type ValueOf<Spec> = Spec extends `${infer Type extends ColumnType}?`
  ? Values[Type] | null
  : Spec extends ColumnType
    ? Values[Spec]
    : never;

/** A row as the projection handles it; the engine adds `position`, that of the last event that changed it. */
export type RowOf<Table extends TableSpec> = {
  readonly [C in keyof Table['columns']]: ValueOf<Table['columns'][C]>;
};

export interface Column {
  property: string;
  /** snake_case. */
  name: string;
  type: ColumnType;
  nullable: boolean;
}

export const snake = (text: string): string =>
  text.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const column = (property: string, spec: ColumnSpec): Column => ({
  property,
  name: snake(property),
  type: spec.replace('?', '') as ColumnType,
  nullable: spec.endsWith('?'),
});

/** In the order of the table: the view's own, then the engine's. */
export const columnsOf = ({ columns }: TableSpec): Column[] => [
  ...Object.entries(columns).map(([property, spec]) => column(property, spec)),
  column('position', 'bigint'),
];
