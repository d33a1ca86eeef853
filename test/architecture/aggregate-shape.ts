import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders of libs/domain that are shared by the aggregates, and so are none. */
const SHARED = ['rules', 'refusals'];
const MACHINE = ['events.ts', 'commands.ts', 'state.ts', 'decider.ts'];

/**
 * What each aggregate folder under `domain`, and each part of one, lacks, as `case/events.ts`; empty when all have the
 * same files. A part is a folder of an aggregate with events of its own. The samples lie with the aggregate.
 */
export function missingFromAggregates(domain: string): string[] {
  return readdirSync(domain, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
    .flatMap(({ name }) => missingFrom(path.join(domain, name)).map((file) => `${name}/${file}`))
    .sort();
}

function missingFrom(aggregate: string): string[] {
  const present = contents(aggregate);
  const parts = present.filter(
    (name) => name.endsWith('/') && contents(path.join(aggregate, name)).includes('events.ts'),
  );
  // The rules of an aggregate that only composes its parts are theirs.
  const required = [...MACHINE, 'samples/', ...(parts.length === 0 ? ['rules/'] : [])];
  return [
    ...required.filter((file) => !present.includes(file)),
    ...(present.some((file) => file.endsWith('.spec.ts')) ? [] : ['*.spec.ts']),
    ...parts.flatMap((part) => missingFromPart(aggregate, part)),
  ];
}

function missingFromPart(aggregate: string, part: string): string[] {
  const present = contents(path.join(aggregate, part));
  return [...MACHINE, 'examples.ts', 'rules/']
    .filter((file) => !present.includes(file))
    .map((file) => `${part}${file}`);
}

const contents = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
