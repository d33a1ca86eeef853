import { articleInEnglish } from '@huiyin/domain';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LAWS } from './laws';
import type { Law, LawRow } from './laws/law';
import { page, table } from './markdown';

/** A text of a spec, with what is said around it: the text before, and the title of its `describe`. */
interface Said {
  spec: string;
  text: string;
  around: readonly string[];
}

const TEXT = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
const SUITE = /^describe\(\s*(['"`])(.*?)\1/m;
const COMMENT = /^\s*(\/\/|\/?\*)/;

/** What is between quotes in a spec, in order. */
export function saidIn(spec: string, source: string): readonly Said[] {
  const said: Said[] = [];
  // A table of tests stands before the `describe` that runs it.
  let suite = SUITE.exec(source)?.[2] ?? '';
  let before = '';
  for (const line of source.split('\n')) {
    if (COMMENT.test(line)) continue;
    for (const [, , text = ''] of line.matchAll(TEXT)) {
      if (/^\s*describe\b/.test(line)) suite = text;
      said.push({ spec, text, around: [text, before, suite] });
      before = text;
    }
  }
  return said;
}

/** A test names an article in Chinese, or as `Art. 34`; in a pair like 第二十九、三十条 the 第 stands once. */
function names(text: string, { named }: Law, { article }: LawRow): boolean {
  if (article === undefined) return text.includes(named);
  return text.includes(article.slice(1)) || new RegExp(`${articleInEnglish(` ${article}`)}\\b`).test(text);
}

/** The specs that show a row. Throws where a part of it has no test, or none that names the article. */
export function showing(law: Law, row: LawRow, said: readonly Said[]): readonly string[] {
  const specs = row.shown.map((title) => {
    const found = said.find(
      ({ text, around }) => text.includes(title) && around.some((one) => names(one, law, row)),
    );
    if (found) return found.spec;
    throw new Error(`no test of ${law.name} names ${row.article ?? law.named} and says "${title}"`);
  });
  return [...new Set(specs)];
}

const read = (spec: string): readonly Said[] => saidIn(spec, readFileSync(path.resolve(spec), 'utf8'));

function lawPart(law: Law): string {
  const said = law.specs.flatMap(read);
  const rows = law.rows.map((row) => [
    row.article ?? '',
    row.what,
    showing(law, row, said)
      .map((spec) => `[${path.basename(spec)}](../../${spec})`)
      .join(', '),
  ]);
  return `## ${law.name}\n\n${table(['Article', 'What it asks for', 'Shown by'], rows)}`;
}

/** Every rule of the laws that the packs carry, with the tests that name it. */
export const lawPage = (): string =>
  page(
    'Law 法规',
    'What the bundled packs carry, article by article. Each row is shown by tests that name it: one without a test does not get past `npm run check`.',
    ...LAWS.map(lawPart),
  );
