// npm test: says what the machine lacks, runs the specs, and ends with the counts alone on a line.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];
const JAVA_MIN = 17;
const CHROMIUM_DEFAULT = '/usr/bin/chromium';
const CI = process.env.CI === 'true';

const say = (text) => process.stdout.write(`${text}\n`);

const javaHome = process.env.JAVA_HOME && path.join(process.env.JAVA_HOME, 'bin', 'java');
const java = javaHome && existsSync(javaHome) ? javaHome : 'java';

function javaIsRecent() {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0) >= JAVA_MIN;
}

const hasMaven = () => spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;

/** What some specs need besides Node; `marks` finds those specs. */
const NEEDS = [
  {
    name: `Java ${JAVA_MIN} and Maven, for a real Kafka`,
    marks: /describeKafka|startKafka/,
    present: () => javaIsRecent() && hasMaven(),
    how: 'apt-get install openjdk-17-jre-headless maven',
    always: true,
  },
  {
    name: 'Chromium, for the page',
    marks: /describeChromium|playwright-core/,
    present: () => existsSync(process.env.CHROMIUM ?? CHROMIUM_DEFAULT),
    how: 'apt-get install chromium, or set CHROMIUM to the path of a Chromium or Chrome',
    always: true,
  },
  {
    name: 'a KurrentDB server',
    marks: /KURRENTDB_URL/,
    present: () => Boolean(process.env.KURRENTDB_URL),
    how: 'set KURRENTDB_URL to the connection string of an empty server',
    // No package registry carries the server.
    always: false,
  },
];

/** The needs that the chosen specs have and the machine does not meet, each with those specs. */
function unmet(args) {
  const listed = spawnSync(process.execPath, [...NODE_FLAGS, JEST, '--listTests', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const specs = (listed.stdout ?? '')
    .split('\n')
    .filter((line) => /\.spec\.tsx?$/.test(line) && existsSync(line));
  return NEEDS.map((need) => ({
    ...need,
    specs: specs
      .filter((spec) => need.marks.test(readFileSync(spec, 'utf8')))
      .map((spec) => path.relative(ROOT, spec)),
  })).filter((need) => need.specs.length > 0 && !need.present());
}

function announce(missing) {
  if (missing.length === 0) return;
  const bar = '*'.repeat(78);
  say(`\n${bar}`);
  for (const { name, specs, how, always } of missing) {
    say(`*** ${CI && always ? 'FAILED under CI' : 'SKIPPED, not passed'}: this machine lacks ${name}.`);
    for (const spec of specs) say(`***   ${spec}`);
    say(`***   To run it: ${how}`);
  }
  say(`${bar}\n`);
}

function runJest(args, countsFile) {
  const reporters = ['--reporters=default', `--reporters=${path.join(ROOT, 'tools', 'jest-counts.cjs')}`];
  const child = spawn(process.execPath, [...NODE_FLAGS, JEST, ...args, ...reporters], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, HUIYIN_TEST_COUNTS: countsFile },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function closingLine(countsFile) {
  if (!existsSync(countsFile)) {
    say('The run ended before its specs did; it counts as one failure.');
    return '0 passed, 1 failed';
  }
  const { passed, failed, skipped } = JSON.parse(readFileSync(countsFile, 'utf8'));
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const args = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-counts-'));
const countsFile = path.join(folder, 'counts.json');
const missing = unmet(args);
announce(missing);
const code = await runJest(args, countsFile);
announce(missing);
const mustHave = missing.filter(({ always }) => always && CI);
for (const { name } of mustHave) say(`FAILED: under CI=true this machine must have ${name}`);
say(closingLine(countsFile));
rmSync(folder, { recursive: true, force: true });
process.exitCode = code === 0 && mustHave.length > 0 ? 1 : code;
