import { EVENT_VERSIONS } from '@huiyin/domain/event-versions';
import Ajv2020 from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { saidIn, showing } from './law';
import type { Law } from './laws/law';
import { cataloguePages } from './pages';
import { STORED_SCHEMAS_FILE, storedSchemasText } from './stored-schemas';

describe('the schemas of the stored events', () => {
  const text = storedSchemasText();
  const schemas = JSON.parse(text) as Record<string, object>;

  it('are what the types of the events say (else: npm run catalogue)', () => {
    expect(readFileSync(STORED_SCHEMAS_FILE, 'utf8')).toBe(text);
    const current = Object.entries(EVENT_VERSIONS).map(([type, version]) => `${type}@${version}`);
    expect(Object.keys(schemas).sort()).toEqual(current.sort());
  });

  it('hold for every stored form that is kept as a sample', () => {
    const ajv = new Ajv2020({ strict: false });
    const samples = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /samples[/\\]\w+\.v\d+\.json$/.test(file),
    );
    expect(samples.length).toBeGreaterThan(30);
    for (const file of samples) {
      const [, type, version] = /(\w+)\.v(\d+)\.json$/.exec(file)!;
      const schema = schemas[`${type}@${version}`];
      const sample = JSON.parse(readFileSync(path.join(domain, file), 'utf8')) as unknown;
      if (schema) expect([file, ajv.validate(schema, sample), ajv.errors]).toEqual([file, true, null]);
    }
    expect(ajv.validate(schemas['CaseClosed@1']!, { by: 7 })).toBe(false);
  });
});

const domain = path.join(__dirname, '..', '..', 'libs', 'domain');
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

describe('the table of the law', () => {
  const law: Law = { name: 'L', named: '热线', specs: [], rows: [] };
  const said = saidIn(
    'a.spec.ts',
    `const TABLE = [['第三十四条', 'extended once']];
      // '第三十五条: a comment is no test'
      describe('热线', () => { it('第三十五条: asked in time', () => {}); it('Art. 36: again', () => {}); });`,
  );
  const shown = (article: string | undefined, title: string) => () =>
    showing(law, { ...(article && { article }), what: '', shown: [title] }, said);

  it('names for each row the specs that name its article and show it', () => {
    expect(shown('第三十四条', 'extended once')()).toEqual(['a.spec.ts']);
    expect(shown('第三十五条', 'asked in time')()).toEqual(['a.spec.ts']);
    expect(shown('第三十六条', 'again')()).toEqual(['a.spec.ts']);
    expect(shown(undefined, 'asked in time')()).toEqual(['a.spec.ts']);
  });
  it.each([
    ['第三十六条', 'asked in time'],
    ['第三十五条', 'a comment is no test'],
    ['第三十四条', 'extended twice'],
  ])('has no row without a test: %s, %s', (article, title) =>
    expect(shown(article, title)).toThrow(`names ${article} and says "${title}"`),
  );
});

test('every event of the domain is reached by an example command', () => {
  const rows = pages['events.md']!.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => row.split(' | ')[2] === '')).toEqual([]);
});
