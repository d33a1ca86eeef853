import { bundledRules, validatePack, type PolicyPack } from '@huiyin/policy';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aggregates, EVENT_VERSIONS, explore, knownToPacks, upcast } from '.';
import { createNovelty } from './facets';

const folderOf = (name: string): string =>
  path.join(__dirname, name === 'review' ? 'accountability-review' : name, 'samples');
const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

const STATES_MAX = 2_000;

/** Where something stands in the data; a personal value is one thing, sealed or not. */
function pathsOf(data: unknown, at = ''): string[] {
  if (typeof data !== 'object' || data === null || '$personal' in data || '$sealed' in data) return [at];
  const entries = Array.isArray(data) ? data.map((one) => ['*', one] as const) : Object.entries(data);
  return entries.flatMap(([key, value]) => pathsOf(value, `${at}/${key}`));
}

describe.each(Object.values(aggregates))('the stored events of $name', (aggregate) => {
  const folder = folderOf(aggregate.name);
  const files = Object.entries(aggregate.versions).flatMap(([type, current]) =>
    Array.from({ length: current }, (_, index) => ({
      type,
      version: index + 1,
      file: `${type}.v${index + 1}.json`,
    })),
  );
  const samples = files
    .filter(({ file }) => existsSync(path.join(folder, file)))
    .map(({ type, version, file }) => ({ type, version, data: read(folder, file) }));

  it('have a sample for each type and version, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(files.map(({ file }) => file).sort());
  });

  it('round-trip through JSON unchanged', () => {
    for (const sample of samples) {
      const { data } = upcast(sample);
      expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    }
  });

  it('are each folded in some state that the others lead to', () => {
    const novelty = createNovelty();
    const reached = [aggregate.initial as { status: string }];
    const folded = new Set<string>();
    for (const state of reached) {
      for (const sample of samples) {
        const next = tryFold(state, upcast(sample));
        if (next === undefined) continue;
        folded.add(`${sample.type}.v${sample.version}`);
        if (reached.length < STATES_MAX && novelty.of(next)) reached.push(next);
      }
    }
    expect([...folded].sort()).toEqual(samples.map(({ type, version }) => `${type}.v${version}`).sort());
  });

  it('have every field that is written today', () => {
    const written = new Map<string, Set<string>>();
    const texts = new Set(explore(aggregate, bundledRules).events.map((event) => JSON.stringify(event)));
    for (const text of texts) {
      const { type, data } = JSON.parse(text) as { type: string; data: unknown };
      if (type === 'PolicyAdopted') continue; // what a pack may hold is checked below
      const known = written.get(type) ?? new Set();
      pathsOf(data).forEach((one) => known.add(one));
      written.set(type, known);
    }
    for (const { type, version, data } of samples) {
      if (version !== aggregate.versions[type]) continue;
      const inSample = new Set(pathsOf(data));
      const missing = [...(written.get(type) ?? [])].filter((one) => !inSample.has(one));
      expect({ type, missing }).toEqual({ type, missing: [] });
    }
  });

  function tryFold(state: unknown, event: { type: string; data: unknown }): { status: string } | undefined {
    try {
      return aggregate.evolve(state, event) as { status: string };
    } catch (error) {
      if (String(error).includes('damaged log')) return undefined;
      throw error;
    }
  }
});

test('a pack that was once adopted stays a valid pack', () => {
  const { pack } = read(folderOf('policy'), 'PolicyAdopted.v1.json') as { pack: PolicyPack };
  expect(validatePack(pack, knownToPacks())).toEqual([]);
});

test('a type that several aggregates store has one version', () => {
  for (const aggregate of Object.values(aggregates)) {
    for (const [type, version] of Object.entries(aggregate.versions))
      expect(EVENT_VERSIONS[type]).toBe(version);
  }
});
