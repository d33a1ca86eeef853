// npm run check: types, lint, format, import laws and the generated catalogue, two at a time; one line each, and what a failed one said.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const AT_ONCE = 2;

const STEPS = [
  // The launcher has built dist/ before.
  { name: 'catalogue', file: 'dist/infra/catalogue/main.js', args: ['--check'] },
  { name: 'types', script: 'typescript/bin/tsc', args: [] },
  { name: 'lint', script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level=warn', '.'] },
  {
    name: 'laws',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type=err-long', 'apps', 'libs', 'infra', 'test'],
  },
];

function run({ name, script, file = `node_modules/${script}`, args }) {
  const began_ms = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => (said += String(error)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began_ms) / 1_000).toFixed(1);
      process.stdout.write(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${seconds.padStart(5)} s\n`,
      );
      if (code !== 0) process.stdout.write(`${said.trim()}\n`);
      resolve(code === 0);
    });
  });
}

const waiting = [...STEPS];
const results = [];
async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
}
await Promise.all(Array.from({ length: AT_ONCE }, worker));
const failed = results.filter((passed) => !passed).length;
process.stdout.write(failed === 0 ? 'check: all passed\n' : `check: ${failed} of ${STEPS.length} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
