import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders of libs/domain that are shared by the aggregates, and so are none. */
const SHARED = ['rules'];
const REQUIRED = ['events.ts', 'commands.ts', 'state.ts', 'decider.ts', 'rules/', 'samples/'];

/** What each aggregate folder under `domain` lacks, as `case/events.ts`; empty when all have the same files. */
export function missingFromAggregates(domain: string): string[] {
  return readdirSync(domain, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
    .flatMap(({ name }) => missingFrom(path.join(domain, name)).map((file) => `${name}/${file}`))
    .sort();
}

function missingFrom(aggregate: string): string[] {
  const present = readdirSync(aggregate, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
  const missing = REQUIRED.filter((file) => !present.includes(file));
  return present.some((file) => file.endsWith('.spec.ts')) ? missing : [...missing, '*.spec.ts'];
}
