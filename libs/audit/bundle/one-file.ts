import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const REQUIRE = /require\("(\.{1,2}\/[^"]+)"\)/g;
const COMPILED = path.resolve(__dirname, '..', '..', '..');

/** The verifier needs nothing but Node; a package among its imports is a mistake of the build. */
export class NotOneFile extends Error {}

/**
 * The verifier as one JavaScript file for bare Node: its compiled modules, each in a function, in one text. `entry`: the
 * compiled main.js.
 */
export function verifierFile(entry = path.join(__dirname, 'main.js')): string {
  const modules = new Map<string, string>();
  const add = (file: string): void => {
    if (modules.has(file)) return;
    modules.set(file, '');
    const code = readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/g, '');
    const linked = code.replace(REQUIRE, (_all, wanted: string) => {
      const target = resolve(path.dirname(file), wanted);
      add(target);
      return `load(${JSON.stringify(idOf(target))})`;
    });
    const foreign = /require\("(?!node:)([^"]+)"\)/.exec(linked)?.[1];
    if (foreign) throw new NotOneFile(`${file} needs ${foreign}`);
    modules.set(file, linked);
  };
  add(entry);
  const parts = [...modules].map(
    ([file, code]) => `${JSON.stringify(idOf(file))}(module, exports, load) {\n${code}\n},\n`,
  );
  return `#!/usr/bin/env node
// Huiyin's verifier of exported bundles. Node 22 or newer, nothing else: node huiyin-verify.js BUNDLE [--key KEY] [--checkpoint FILE]
'use strict';
const modules = {
${parts.join('')}};
const loaded = {};
function load(id) {
  if (!loaded[id]) {
    loaded[id] = { exports: {} };
    modules[id](loaded[id], loaded[id].exports, load);
  }
  return loaded[id].exports;
}
load(${JSON.stringify(idOf(entry))});
`;
}

const idOf = (file: string): string => path.relative(COMPILED, file).replaceAll(path.sep, '/');

function resolve(folder: string, wanted: string): string {
  const target = path.resolve(folder, wanted);
  return existsSync(`${target}.js`) ? `${target}.js` : path.join(target, 'index.js');
}
