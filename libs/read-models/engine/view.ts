import type { LocalDate } from '@huiyin/kernel';
import type { StoredEvent } from '@huiyin/event-store';
import type { HuiyinEvent } from '@huiyin/domain';
import type { RuleBook } from '@huiyin/policy';
import type { RowOf, TableSpec } from './table';

/** An event of the log, so that a switch on `type` knows its `data`. */
export type LogEvent = HuiyinEvent & Omit<StoredEvent, 'type' | 'data'>;

export interface ViewContext {
  /** The packs and calendars that had been adopted when the event was written, and no later ones. */
  rules: RuleBook;
  /** Local date of the event, by the zone of the pack that governs it. */
  day: LocalDate;
  /** Which of the event's groups `rows` is. */
  group: string;
}

export type Row = Readonly<Record<string, unknown>>;

/**
 * One read model. A *group* is the set of rows that is loaded, folded and written together: all rows whose group
 * column has one value. An event may touch several groups; `project` is then called once for each.
 */
export interface View {
  /** kebab-case; queries read the SQL view `views.<name>`, with underscores. */
  name: string;
  /** Raise it when the table or the projection changes: the next start fills a new table beside the live one. */
  version: number;
  table: TableSpec;
  /** `insert-only`: `project` answers the rows to add, and rows are never changed. */
  kind: 'folded' | 'insert-only';
  /** None: the event does not concern a folded view; an insert-only one needs no rows to project it. */
  groupsOf(event: LogEvent, day: LocalDate): readonly string[];
  /** Pure. A row that stays the same is answered as the same object; a key that is no longer answered is deleted. */
  project(rows: readonly Row[], event: LogEvent, context: ViewContext): readonly Row[];
}

/** Checks a view against its own table; what the engine works with no longer needs to know the type of the rows. */
export function defineView<Table extends TableSpec>(
  table: Table,
  view: Omit<View, 'table' | 'project' | 'kind'> & {
    kind?: View['kind'];
    project(rows: readonly RowOf<Table>[], event: LogEvent, context: ViewContext): readonly RowOf<Table>[];
  },
): View {
  return { kind: 'folded', ...view, table } as unknown as View;
}
