import { runAudit } from '@huiyin/audit';
import { startRig, type AuditRig } from '@huiyin/audit/testing.fixture';
import { silentLog } from '@huiyin/kernel';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MAIN = path.resolve(__dirname, '../../../dist/apps/cli/main.js');

let rig: AuditRig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const file = (name: string): string => path.join(rig.folder, name);
const huiyin = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout, stderr };
};
const access = (): string[] => [
  ...['--database', rig.url, '--master-key-file', file('master.key')],
  ...['--audit-folder', rig.evidence.path, '--audit-name', rig.signer.name],
];
const rotate = (...more: string[]) => huiyin('rotate-audit-key', ...access(), ...more);

test('the new key signs, the files have changed places, and who has the old key can follow', async () => {
  await rig.append('case-a', 3);
  const first = readFileSync(file('audit.key'), 'utf8');
  const old = rig.signer.verifierKey;
  const { status, stdout, stderr } = rotate();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [, key, kept] = /^(\S+) signs from now on: .*destroy (\S+) once it does\n$/.exec(stdout)!;
  expect(readFileSync(kept!, 'utf8')).toBe(first);
  expect(readFileSync(file('audit.key'), 'utf8')).not.toBe(first);
  expect(existsSync(file('audit.key.next'))).toBe(false);
  await rig.append('case-a', 1);
  expect(huiyin('export', '--all', '--out', file('x'), ...access()).status).toBe(0);
  for (const known of [old, key!])
    expect(huiyin('verify', file('x'), '--key', known)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^INTACT: the whole log, /),
    });
});

test('an app that runs meanwhile goes on with the new key, and nothing is damaged', async () => {
  await rig.append('case-a', 3);
  const app = await runAudit({
    ...{ databaseUrl: rig.url, pool: rig.pool, raw: rig.raw, log: silentLog },
    ...{ keyFile: file('audit.key'), folder: rig.evidence.path, name: rig.signer.name },
  });
  await app.sign();
  expect(rotate().status).toBe(0);
  await rig.append('case-a', 1);
  expect((await app.sign()).size).toBe(4);
  expect(app.key).not.toBe(rig.signer.verifierKey);
  expect(await app.status()).toEqual({ size: 4, reached: 4, signed: 4, signedReached: 4 });
});

test('the new key can be had beforehand, for the witnesses', async () => {
  await rig.append('case-a', 1);
  const shown = rotate('--show');
  expect(shown).toMatchObject({ status: 0, stdout: expect.stringMatching(/^huiyin.example\/city\+\S+\n$/) });
  expect(await rig.evidence.readCheckpoint()).toBeUndefined();
  expect(rotate().stdout).toContain(`${shown.stdout.trim()} signs from now on`);
});

test('a key that signed before, and none at all, are refused in one line', async () => {
  await rig.append('case-a', 1);
  expect(rotate().status).toBe(0);
  const [, id] = rig.signer.verifierKey.split('+');
  const back = rotate('--new-audit-key-file', file(`audit.key.replaced-${id}`));
  expect(back).toMatchObject({ status: 2, stderr: expect.stringMatching(/^huiyin: key-not-new: .*\n$/) });
  const none = rotate('--audit-key-file', file('none'));
  expect(none).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^huiyin: audit-key-missing: .*\n$/),
  });
  expect(existsSync(file('none'))).toBe(false);
});
