import { aggregates } from '@huiyin/domain';
import { bundledPacks, type DutyRule, type EventSelector } from '@huiyin/policy';
import type { Explored } from './explored';
import { code, page, table } from './markdown';

/** Every stored event with its version, the commands that lead to it, and the duties that it raises and ends. */
export function eventsPage(explored: Explored): string {
  const parts = Object.values(aggregates).map((aggregate) => {
    const rows = Object.entries(aggregate.versions).map(([type, version]) => [
      code(type),
      String(version),
      explored[aggregate.name]!.commandsOf(type).map(code).join(', '),
      rulesWith(type, ({ raisedBy }) => raisedBy),
      rulesWith(type, ({ dischargedBy }) => dischargedBy),
      `[sample](../../libs/domain/${folderOf(aggregate.name)}/samples/${type}.v${version}.json)`,
    ]);
    const head = ['Event', 'Version', 'Command', 'Raises', 'Meets', 'Stored form'];
    return `## ${aggregate.name} ${aggregate.chinese}\n\n${table(head, rows)}`;
  });
  return page(
    'Events 事件',
    'What is in the log, for ever. *Raises* and *Meets* name the duties of the bundled packs ([duties](duties.md)).',
    ...parts,
  );
}

const folderOf = (aggregate: string): string =>
  aggregate === 'review' ? 'accountability-review' : aggregate;

function rulesWith(type: string, selectors: (rule: DutyRule) => readonly EventSelector[]): string {
  const rules = bundledPacks
    .flatMap(({ duties }) => duties)
    .filter((rule) => selectors(rule).some(({ event }) => event === type));
  return [...new Set(rules.map(({ id }) => code(id)))].join(', ');
}
