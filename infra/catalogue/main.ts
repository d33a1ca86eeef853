import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages } from './pages';
import { STORED_SCHEMAS_FILE, storedSchemasText } from './stored-schemas';

const folder = path.resolve('docs', 'catalogue');
const pages = cataloguePages();
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of Object.entries(pages)) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
writeFileSync(STORED_SCHEMAS_FILE, storedSchemasText());
console.log(`docs/catalogue: ${Object.keys(pages).length} pages`);
