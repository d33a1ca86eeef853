import { getHeapStatistics } from 'node:v8';
import { rowEncoder } from './codec';
import { columnsOf, type Column } from './table';
import type { LogEvent, Row, View, ViewContext } from './view';

/** Groups kept in memory between batches, per view. A group is some 3 kB, and a dozen views have one for each case. */
const GROUPS_MAX = 20_000;
/** `npm start` has the heap of a laptop, and shares it with everything else. */
const HEAP_PER_GROUP_bytes = 64 * 1_024;

export const groupsFor = (heap_bytes: number): number =>
  Math.min(GROUPS_MAX, Math.floor(heap_bytes / HEAP_PER_GROUP_bytes));
const GROUPS_CACHED_MAX = groupsFor(getHeapStatistics().heap_size_limit);

interface Group {
  rows: readonly Row[];
  /** Of the last event folded into it. */
  position: number;
}

export interface Change {
  /** Absent: the row is deleted. */
  row: Row | undefined;
  /** A row with this key is in the table. */
  stored: boolean;
}

/** What is in memory of one view's table: the groups that are being folded, and what is not written yet. */
export interface Sheet {
  view: View;
  /** In the schema, without its name. */
  table: string;
  columns: readonly Column[];
  /** One line of COPY. */
  encode: (row: Row) => string;
  groups: Map<string, Group>;
  changes: Map<string, Change>;
  /** Rows of an insert-only view, as they will be written: one flat text is kept at less cost than a tree. */
  added: string[];
  /** Of the last event folded, written or not. */
  folded: number;
  /** As the checkpoint has it. */
  written: number;
}

export function openSheet(view: View, table: string, position: number): Sheet {
  const columns = columnsOf(view.table);
  return {
    view,
    table,
    columns,
    encode: rowEncoder(columns),
    groups: new Map(),
    changes: new Map(),
    added: [],
    folded: position,
    written: position,
  };
}

export const keyOf = (row: Row, { table }: View): string =>
  table.key.length === 1
    ? String(row[table.key[0]!])
    : table.key.map((column) => String(row[column])).join('\0');

export const unwritten = ({ changes, added }: Sheet): number => changes.size + added.length;

/** The engine's mark on a row that a projection has just made and nobody else has seen. */
const stamp = (row: Row, position: number): void => {
  (row as { position: number }).position = position;
};

/** The usual case, one row that takes the place of one or none. */
function noteOne(sheet: Sheet, before: Row | undefined, row: Row, position: number): void {
  if (row === before) return;
  stamp(row, position);
  const key = keyOf(row, sheet.view);
  sheet.changes.set(key, { row, stored: sheet.changes.get(key)?.stored ?? before !== undefined });
}

function note(sheet: Sheet, before: readonly Row[], after: readonly Row[], position: number): void {
  const key = before[0] && keyOf(before[0], sheet.view);
  if (before.length <= 1 && after.length === 1 && (!key || key === keyOf(after[0]!, sheet.view))) {
    noteOne(sheet, before[0], after[0]!, position);
    return;
  }
  const gone = new Map<string, Row>();
  for (const row of before) if (!after.includes(row)) gone.set(keyOf(row, sheet.view), row);
  for (const row of after) {
    if (before.includes(row)) continue;
    stamp(row, position);
    const key = keyOf(row, sheet.view);
    const stored = sheet.changes.get(key)?.stored ?? gone.has(key);
    gone.delete(key);
    sheet.changes.set(key, { row, stored });
  }
  for (const key of gone.keys()) {
    sheet.changes.set(key, { row: undefined, stored: sheet.changes.get(key)?.stored ?? true });
  }
}

/** Folds one event into one group; an event that the group has seen is passed over. */
export function fold(sheet: Sheet, name: string, event: LogEvent, context: ViewContext): void {
  const group = sheet.groups.get(name);
  if (!group) throw new Error(`group ${name} of ${sheet.view.name} is not loaded`);
  if (event.position <= group.position) return;
  const rows = sheet.view.project(group.rows, event, context);
  if (rows !== group.rows) note(sheet, group.rows, rows, event.position);
  group.rows = rows;
  group.position = event.position;
}

/** Adds the rows that an event makes in an insert-only view, and answers them. */
export function add(
  sheet: Sheet,
  names: readonly string[],
  event: LogEvent,
  context: ViewContext,
): readonly Row[] {
  const known = names.flatMap((name) => sheet.groups.get(name)?.rows ?? []);
  const rows = sheet.view.project(known, event, context);
  for (const row of rows) {
    stamp(row, event.position);
    sheet.added.push(sheet.encode(row));
    const group = sheet.groups.get(String(row[sheet.view.table.group]));
    if (group) Object.assign(group, { rows: [...group.rows, row], position: event.position });
  }
  return rows;
}

/** Drops the groups that were touched longest ago, never one that has something unwritten. */
export function evict(sheet: Sheet): void {
  if (sheet.groups.size <= GROUPS_CACHED_MAX) return;
  const positions = [...sheet.groups.values()].map(({ position }) => position).sort((a, b) => a - b);
  const oldest = positions[positions.length - Math.floor(GROUPS_CACHED_MAX / 2)]!;
  for (const [name, { position }] of sheet.groups) {
    if (position < oldest && position <= sheet.written) sheet.groups.delete(name);
  }
}
