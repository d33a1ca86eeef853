// Cruises each folder given, under the laws of the root, and prints {folder: [names of the laws it breaks]}.
// A process of its own: dependency-cruiser is ESM only, and one start serves every fixture.
import { cruise } from 'dependency-cruiser';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

const broken = {};
for (const folder of process.argv.slice(2)) {
  const baseDir = path.resolve(folder);
  const { tsConfig: _, ...rest } = options;
  const roots = ['apps', 'libs', 'infra', 'test'].filter((root) => existsSync(path.join(baseDir, root)));
  const { output } = await cruise(
    roots,
    { ...rest, baseDir, validate: true, ruleSet: { forbidden } },
    { alias: { '@huiyin': path.join(baseDir, 'libs') } },
  );
  broken[folder] = output.summary.violations.map(({ rule, from, to }) => ({ law: rule.name, from, to }));
}
process.stdout.write(JSON.stringify(broken));
