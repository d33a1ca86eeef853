// Compiles every TypeScript file that is newer than its output into dist/, and copies what is not code.
import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['apps', 'libs', 'infra', 'test'];
const SKIPPED = path.join('test', 'architecture', 'fixtures');

const modified = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

async function compile(source, target, options) {
  const { code, map } = await transformFile(source, {
    ...options,
    swcrc: false,
    filename: source,
    sourceFileName: source,
  });
  await writeFile(`${target}.map`, map);
  await whole(target, (file) =>
    writeFile(file, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`),
  );
}

/** A build that is cut short leaves no empty file behind that is newer than its source. */
async function whole(target, write) {
  const beside = `${target}.${process.pid}.new`;
  await write(beside);
  await rename(beside, target);
}

export async function build() {
  const swcrc = path.join(ROOT, '.swcrc');
  const options = JSON.parse(await readFile(swcrc, 'utf8'));
  delete options.$schema;
  options.jsc.baseUrl = ROOT;
  const rulesChanged = await modified(swcrc);
  const jobs = [];
  for (const folder of SOURCES) {
    for (const entry of await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const source = path.join(entry.parentPath, entry.name);
      const relative = path.relative(ROOT, source);
      if (!entry.isFile() || relative.startsWith(SKIPPED)) continue;
      const isCode = /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts');
      const target = path.join(ROOT, 'dist', isCode ? relative.replace(/\.tsx?$/, '.js') : relative);
      jobs.push(async () => {
        if ((await modified(target)) > Math.max(await modified(source), rulesChanged)) return;
        await mkdir(path.dirname(target), { recursive: true });
        await (isCode ? compile(source, target, options) : whole(target, (file) => copyFile(source, file)));
      });
    }
  }
  await Promise.all(jobs.map((job) => job()));
}

await build();
