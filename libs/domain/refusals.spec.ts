import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aggregates, articleInEnglish, OWN_RULES, REFUSALS, type RefusalText } from '.';
import { articleOfStep } from './refusals/step-articles';

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

describe('every refusal stems from an article, or from a rule of our own', () => {
  const texts = Object.entries<RefusalText>(REFUSALS);
  const LOCAL = ['信访事项简易办理办法（试行）2016', '北京市信访条例（2006）'];
  it('and from one of them alone', () => {
    const own = texts.flatMap(([code, { article }]) => (article === undefined ? [code] : []));
    expect(own.sort()).toEqual(Object.keys(OWN_RULES).sort());
  });
  it.each(texts.flatMap(([code, { article }]) => (article === undefined ? [] : [[code, article] as const])))(
    '%s names %s, in both languages',
    (_, article) => {
      if (!LOCAL.includes(article)) expect(article).toMatch(/^信访(工作)?条例 第[一二三四五六七八九十]+条/u);
      expect(articleInEnglish(article)).toMatch(LOCAL.includes(article) ? /20\d\d/ : /, Art\. \d+/);
    },
  );
  it('a step of a case that comes out of its order names the article that orders it', () => {
    const articles = Object.keys(aggregates.cases.commands).map((type) => articleOfStep(type as never));
    const named = articles.filter((article) => article !== undefined);
    expect(named.length).toBeGreaterThan(50);
    expect(named.map(articleInEnglish).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
