import { createAdoptedRules } from './rules';
import { add, fold, keyOf, openSheet } from './sheet';
import type { LogEvent, Row, View } from './view';

/** Views without a database: what they show after a part of the log that begins with the first event. */
export interface InMemory {
  take(event: LogEvent): void;
  /** In the order of their keys. */
  rows(view: View): readonly Row[];
}

export function foldInMemory(views: readonly View[]): InMemory {
  const rules = createAdoptedRules();
  const folded = new Map(
    views.map((view) => [view, { sheet: openSheet(view, 'in_memory', 0), added: [] as Row[] }]),
  );
  return {
    take(event) {
      rules.see(event);
      const context = { rules: rules.current(), day: rules.dayOf(event), group: '' };
      for (const [view, { sheet, added }] of folded) {
        const groups = view.groupsOf(event, context.day);
        for (const name of groups)
          if (!sheet.groups.has(name)) sheet.groups.set(name, { rows: [], position: 0 });
        if (view.kind === 'insert-only') added.push(...add(sheet, groups, event, context));
        else for (const group of groups) fold(sheet, group, event, { ...context, group });
      }
    },
    rows(view) {
      const { sheet, added } = folded.get(view)!;
      if (view.kind === 'insert-only') return added;
      return [...sheet.groups.values()]
        .flatMap(({ rows }) => rows)
        .sort((a, b) => (keyOf(a, view) < keyOf(b, view) ? -1 : 1));
    },
  };
}
