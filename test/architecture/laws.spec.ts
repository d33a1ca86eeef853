import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { missingFromAggregates } from './aggregate-shape';

interface Violation {
  law: string;
  from: string;
  to: string;
}

const ROOT = path.resolve(__dirname, '../..');
const FIXTURES = path.join(__dirname, 'fixtures');
const SHAPE_LAW = 'aggregates-have-the-same-files';

const { forbidden } = createRequire(__filename)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};
const laws = forbidden.map(({ name }) => name);

let broken: Record<string, Violation[]>;

beforeAll(async () => {
  const script = path.join(__dirname, 'cruise.mjs');
  const folders = [ROOT, ...laws.map((law) => path.join(FIXTURES, law))];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...folders], { cwd: ROOT });
  broken = JSON.parse(stdout) as Record<string, Violation[]>;
});

test('every law has a fixture, and every fixture a law', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual([...laws, SHAPE_LAW].sort());
});

test.each(laws)('%s: its fixture breaks it, once, and no other law', (law) => {
  expect(broken[path.join(FIXTURES, law)]?.map((violation) => violation.law)).toEqual([law]);
});

test('the real tree breaks none', () => {
  expect(broken[ROOT]).toEqual([]);
});

test(`${SHAPE_LAW}: a folder that lacks some is noticed, a whole one is not`, () => {
  expect(missingFromAggregates(path.join(FIXTURES, SHAPE_LAW, 'libs/domain'))).toEqual([
    'lacking/*.spec.ts',
    'lacking/decider.ts',
    'lacking/samples/',
    'parted/part/decider.ts',
    'parted/part/rules/',
  ]);
});

test(`${SHAPE_LAW}: so do ours`, () => {
  expect(missingFromAggregates(path.join(ROOT, 'libs/domain'))).toEqual([]);
});
