import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages } from './pages';

const folder = path.join(__dirname, '..', '..', 'docs', 'catalogue');
const pages = cataloguePages();

describe('docs/catalogue is what the code generates (else: npm run catalogue)', () => {
  it('has every page and no other', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(files.map((file) => file.split(path.sep).join('/')).sort()).toEqual(Object.keys(pages).sort());
  });
  it.each(Object.entries(pages))('%s', (name, text) => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
  });
});

test('every event of the domain is reached by an example command', () => {
  const rows = pages['events.md']!.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => row.split(' | ')[2] === '')).toEqual([]);
});
