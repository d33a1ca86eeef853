import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '.';

const textsIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => path.join(folder, file) !== __filename)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');

const specs = textsIn(__dirname);
const legalTable = textsIn(path.join(__dirname, '..', '..', 'test', 'law'));

test('no code stands in two lists: the later one would be what both say', () => {
  const lists = readdirSync(path.join(__dirname, 'refusals')).map((file) => path.join('refusals', file));
  const codes = [...lists, 'refusals.ts'].flatMap((file) =>
    [...readFileSync(path.join(__dirname, file), 'utf8').matchAll(/^  '?([a-z-]+)'?: \{/gm)].map(
      ([, code]) => code,
    ),
  );
  expect([...codes].sort()).toEqual(Object.keys(REFUSALS).sort());
});

describe('every refusal', () => {
  it.each(Object.keys(REFUSALS))('%s is reached by the spec of an aggregate or by the legal table', (code) =>
    expect(specs.includes(`refusal('${code}'`) || legalTable.includes(`'${code}'`)).toBe(true),
  );
  it.each(Object.entries(REFUSALS))('%s says the same in both languages, in a sentence', (_, { en, zh }) => {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(zh).toMatch(/^[\u4e00-\u9fff].*。$/u);
  });
});
