import { nextTurn, type LocalDate } from '@huiyin/kernel';
import type { Pool } from 'pg';
import { decodeRow, VIEW_TYPES } from './codec';
import { SCHEMA } from './ddl';
import type { AdoptedRules } from './rules';
import { add, evict, fold, type Sheet } from './sheet';
import { snake } from './table';
import type { LogEvent } from './view';

/** Between two turns the last batch goes on being written, and queries are answered. */
const TURN_events = 100;

/** One view's share of a batch: for each event the groups that it touches. */
type Share = readonly { event: LogEvent; groups: readonly string[] }[];

function shareOf(sheet: Sheet, batch: readonly LogEvent[], days: readonly LocalDate[]): Share {
  const share: { event: LogEvent; groups: readonly string[] }[] = [];
  const insertOnly = sheet.view.kind === 'insert-only';
  for (const [index, event] of batch.entries()) {
    if (event.position <= sheet.folded) continue;
    const groups = sheet.view.groupsOf(event, days[index]!);
    if (insertOnly || groups.length > 0) share.push({ event, groups });
  }
  return share;
}

/** Group by group through the index, however little the server has counted yet of a table that is being filled. */
function loadQuery({ table, columns, view: { table: spec } }: Sheet): string {
  const group = columns.find(({ property }) => property === spec.group)!;
  const names = columns.map(({ name }) => `t."${name}"`).join(', ');
  const key = spec.key.map((name) => `t."${snake(name)}"`).join(', ');
  return `SELECT ${names} FROM unnest($1::${group.type}[]) AS wanted (value) CROSS JOIN LATERAL
    (SELECT * FROM ${SCHEMA}.${table} WHERE "${group.name}" = wanted.value OFFSET 0) t ORDER BY ${key}`;
}

/** Rows of the groups that are not in memory yet, by one query. */
async function load(pool: Pool, sheet: Sheet, share: Share): Promise<void> {
  const missing = new Set<string>();
  for (const { groups } of share) for (const name of groups) if (!sheet.groups.has(name)) missing.add(name);
  if (missing.size === 0) return;
  for (const name of missing) sheet.groups.set(name, { rows: [], position: 0 });
  const { columns, view } = sheet;
  const { rows } = await pool.query<unknown[]>({
    text: loadQuery(sheet),
    values: [[...missing]],
    rowMode: 'array',
    types: VIEW_TYPES,
  });
  for (const values of rows) {
    const row = decodeRow(values, columns);
    const found = sheet.groups.get(String(row[view.table.group]))!;
    (found.rows as (typeof row)[]).push(row);
    found.position = Math.max(found.position, row['position'] as number);
  }
}

/** Folds a batch, in log order, into every view, in memory. Rejects with what the database or a projection throws. */
export async function foldBatch(
  pool: Pool,
  sheets: readonly Sheet[],
  rules: AdoptedRules,
  batch: readonly LogEvent[],
): Promise<void> {
  const under = batch.map((event) => {
    rules.see(event);
    return { rules: rules.current(), day: rules.dayOf(event) };
  });
  // Before loading: what this batch needs stays until it is folded.
  sheets.forEach(evict);
  const days = under.map(({ day }) => day);
  const shares = sheets.map((sheet) => shareOf(sheet, batch, days));
  await Promise.all(sheets.map((sheet, index) => load(pool, sheet, shares[index]!)));
  const next = sheets.map(() => 0);
  for (const [number, event] of batch.entries()) {
    if (number % TURN_events === TURN_events - 1) await nextTurn();
    const shared = under[number]!;
    for (const [index, sheet] of sheets.entries()) {
      const entry = shares[index]![next[index]!];
      if (entry?.event !== event) continue;
      next[index]! += 1;
      if (sheet.view.kind === 'insert-only') add(sheet, entry.groups, event, { ...shared, group: '' });
      else for (const group of entry.groups) fold(sheet, group, event, { ...shared, group });
    }
  }
  const last = batch.at(-1)?.position ?? 0;
  for (const sheet of sheets) sheet.folded = Math.max(sheet.folded, last);
}
