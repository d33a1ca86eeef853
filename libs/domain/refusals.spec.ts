import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '.';

const specs = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts') && file.includes(path.sep))
  .map((file) => readFileSync(path.join(__dirname, file), 'utf8'))
  .join('\n');

describe('every refusal', () => {
  it.each(Object.keys(REFUSALS))('%s is reached by the spec of an aggregate', (code) =>
    expect(specs).toContain(`refusal('${code}'`),
  );
  it.each(Object.entries(REFUSALS))('%s says the same in both languages, in a sentence', (_, { en, zh }) => {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(zh).toMatch(/^[\u4e00-\u9fff].*。$/u);
  });
});
