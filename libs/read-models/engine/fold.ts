import { nextTurn } from '@huiyin/kernel';
import type { Pool } from 'pg';
import { decodeRow, VIEW_TYPES } from './codec';
import { SCHEMA } from './ddl';
import type { AdoptedRules } from './rules';
import { add, evict, fold, type Sheet } from './sheet';
import { snake } from './table';
import type { LogEvent, ViewContext } from './view';

/** Between two turns the last batch goes on being written, and queries are answered. */
const TURN_folds = 300;

interface Dated {
  event: LogEvent;
  /** The rules and the day that hold for it. */
  under: Omit<ViewContext, 'group'>;
}

/** One view's share of a batch: for each event the groups that it touches. */
type Share = readonly (Dated & { groups: readonly string[] })[];

function shareOf({ view, folded }: Sheet, batch: readonly Dated[]): Share {
  const share: (Dated & { groups: readonly string[] })[] = [];
  const insertOnly = view.kind === 'insert-only';
  for (const { event, under } of batch) {
    if (event.position <= folded) continue;
    const groups = view.groupsOf(event, under.day);
    if (insertOnly || groups.length > 0) share.push({ event, under, groups });
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

async function foldShare(sheet: Sheet, share: Share): Promise<void> {
  let folds = 0;
  for (const { event, under, groups } of share) {
    folds += 1;
    if (folds % TURN_folds === 0) await nextTurn();
    if (sheet.view.kind === 'insert-only') add(sheet, groups, event, { ...under, group: '' });
    else for (const group of groups) fold(sheet, group, event, { ...under, group });
  }
}

/**
 * Folds a batch in memory, in log order, into one view after the other: none depends on another. Rejects with what the
 * database or a projection throws.
 */
export async function foldBatch(
  pool: Pool,
  sheets: readonly Sheet[],
  rules: AdoptedRules,
  batch: readonly LogEvent[],
): Promise<void> {
  const dated = batch.map((event): Dated => {
    rules.see(event);
    return { event, under: { rules: rules.current(), day: rules.dayOf(event) } };
  });
  // Before loading: what this batch needs stays until it is folded.
  sheets.forEach(evict);
  const shares = sheets.map((sheet) => shareOf(sheet, dated));
  await Promise.all(sheets.map((sheet, index) => load(pool, sheet, shares[index]!)));
  for (const [index, sheet] of sheets.entries()) await foldShare(sheet, shares[index]!);
  const last = batch.at(-1)?.position ?? 0;
  for (const sheet of sheets) sheet.folded = Math.max(sheet.folded, last);
}
