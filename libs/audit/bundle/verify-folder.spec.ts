import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startRig, type AuditRig } from '../testing.fixture';
import { writeChecksums } from './checksums';
import { verifyFolder } from './verify-folder';
import { writeBundle } from './write';

const PYTHON = path.resolve(__dirname, '..', '..', '..', 'tools', 'huiyin_verify.py');

let rig: AuditRig;
let whole: string;
let copies = 0;
beforeAll(async () => {
  rig = await startRig();
  const audit = await rig.start();
  for (const stream of ['case-a', 'review-r', 'case-a', 'review-r']) await rig.append(stream, 2);
  const checkpoint = await audit.sign();
  whole = path.join(rig.folder, 'whole');
  mkdirSync(path.join(whole, 'bundles'), { recursive: true });
  for (const stream of ['case-a', 'review-r']) {
    const { raw, evidence, signer } = rig;
    const given = {
      raw,
      evidence,
      checkpoint,
      key: signer.verifierKey,
      stream,
      schemas: {},
      now: new Date(),
    };
    await writeBundle(path.join(whole, 'bundles', `${stream}.bundle`), given);
  }
  writeFileSync(path.join(whole, 'report.en.html'), '<p>late</p>');
  await writeChecksums(whole);
});
afterAll(() => rig.close());

/** A copy that somebody has changed. */
function changed(change: (folder: string) => void): string {
  const folder = path.join(rig.folder, `copy-${++copies}`);
  cpSync(whole, folder, { recursive: true });
  change(folder);
  return folder;
}
const edited = (file: string, from: string, to: string): string =>
  changed((folder) => {
    const name = path.join(folder, file);
    const text = readFileSync(name, 'utf8');
    expect(text).toContain(from);
    writeFileSync(name, text.replace(from, to));
  });
const sum = (folder: string): number | null =>
  spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).status;

/** Both verifiers, which say the same. */
async function judged(folder: string, key?: string): Promise<{ exit: number; message: string }> {
  const { exit, message } = await verifyFolder(folder, { key });
  const given = key === undefined ? [] : ['--key', key];
  const { status, stdout } = spawnSync('python3', [PYTHON, folder, ...given], { encoding: 'utf8' });
  expect(status).toBe(exit);
  if (exit <= 1) expect(stdout.trim()).toBe(message);
  return { exit, message };
}

test('a whole folder is intact: for both verifiers and for sha256sum', async () => {
  const said = 'INTACT: 2 bundles, and all 3 files as SHA256SUMS has them';
  expect(await judged(whole, rig.signer.verifierKey)).toEqual({ exit: 0, message: said });
  expect((await judged(whole)).message).toMatch(/^INTACT: .* the key is the bundle’s own/);
  expect(sum(whole)).toBe(0);
});

test.each([
  [
    'an event',
    'bundles/case-a.bundle',
    '件件有着落',
    '件件无着落',
    'NOT INTACT: bundles/case-a.bundle: position 1 (case-a, revision 0): edited',
  ],
  [
    'what no signature covers',
    'bundles/review-r.bundle',
    '"exportedAt":"2',
    '"exportedAt":"3',
    'NOT INTACT: bundles/review-r.bundle: not as SHA256SUMS has it',
  ],
  ['the report', 'report.en.html', 'late', 'fate', 'NOT INTACT: report.en.html: not as SHA256SUMS has it'],
])('%s changed is noticed by each', async (_, file, from, to, message) => {
  const folder = edited(file, from, to);
  expect(await judged(folder)).toEqual({ exit: 1, message });
  expect(sum(folder)).not.toBe(0);
});

test('an event changed with its checksum made again is noticed all the same', async () => {
  const folder = edited('bundles/case-a.bundle', '件件有着落', '件件无着落');
  rmSync(path.join(folder, 'SHA256SUMS'));
  await writeChecksums(folder);
  expect(sum(folder)).toBe(0);
  expect(await judged(folder)).toMatchObject({
    exit: 1,
    message: expect.stringContaining('edited') as string,
  });
});

test('a file that is missing, or that nobody listed, is noticed', async () => {
  const less = changed((folder) => rmSync(path.join(folder, 'bundles', 'case-a.bundle')));
  expect(await judged(less)).toEqual({ exit: 1, message: 'NOT INTACT: bundles/case-a.bundle: missing' });
  const more = changed((folder) => writeFileSync(path.join(folder, 'report.fr.html'), 'x'));
  expect(await judged(more)).toEqual({ exit: 1, message: 'NOT INTACT: report.fr.html: not in SHA256SUMS' });
});

test('a folder without a list, with a damaged one, with one that leads out of it, or without bundles cannot be judged', async () => {
  const listing = (text: string) => changed((folder) => writeFileSync(path.join(folder, 'SHA256SUMS'), text));
  expect((await judged(changed((folder) => rmSync(path.join(folder, 'SHA256SUMS'))))).exit).toBe(3);
  expect((await judged(listing('nonsense\n'))).exit).toBe(4);
  expect((await judged(listing(`${'0'.repeat(64)}  ../../etc/passwd\n`))).exit).toBe(4);
  const reportOnly = readFileSync(path.join(whole, 'SHA256SUMS'), 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('html'));
  expect((await judged(listing(`${reportOnly.join('\n')}\n`))).exit).toBe(3);
});
