import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages } from './pages';
import { STORED_SCHEMAS_FILE, storedSchemasText } from './stored-schemas';

const folder = path.resolve('docs', 'catalogue');
const pages = cataloguePages();
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [path.join(folder, name), text])),
  [STORED_SCHEMAS_FILE]: storedSchemasText(),
};

/** Files that are missing, left over, or not what the code says today. */
function drifted(): string[] {
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const left = there.map((name) => path.join(folder, name)).filter((file) => !(file in files));
  const other = Object.entries(files).filter(
    ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
  );
  return [...left, ...other.map(([file]) => file)].map((file) => path.relative('.', file));
}

function write(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (process.argv.includes('--check')) {
  const off = drifted();
  if (off.length > 0) console.log(`not what the code generates; run npm run catalogue: ${off.join(', ')}`);
  process.exitCode = off.length > 0 ? 1 : 0;
} else {
  write();
  console.log(`docs/catalogue: ${Object.keys(pages).length} pages`);
}
