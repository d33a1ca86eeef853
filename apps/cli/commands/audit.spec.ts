import { startRig, type AuditRig } from '@huiyin/audit/testing.fixture';
import * as published from '@huiyin/audit/vector/published.fixture';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve(__dirname, '..', '..', '..', 'dist', 'apps', 'cli', 'main.js');
const huiyin = (args: readonly string[], input = '', cwd?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...(cwd && { INIT_CWD: cwd }) },
  });
  return { status, stdout, stderr };
};

describe('huiyin audit-vector', () => {
  it('judges each line, and ends well whatever the lines hold', () => {
    const note = {
      kind: 'note',
      note: `${published.NOTE_TEXT}\n${published.PETER_LINE}`,
      keys: [published.PETER_KEY],
    };
    const lines = [published.INCLUSION, published.CONSISTENCY, note, { ...published.INCLUSION, index: 4 }];
    const { status, stdout } = huiyin(
      ['audit-vector'],
      [...lines.map((line) => JSON.stringify(line)), 'nonsense'].join('\n'),
    );
    const verdicts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { valid: boolean }).valid);
    expect({ status, verdicts }).toEqual({ status: 0, verdicts: [true, true, true, false, false] });
  });
});

describe('huiyin export', () => {
  const from = (database: string) => {
    const args = [
      MAIN,
      'export',
      '--all',
      '--out',
      '/nowhere',
      '--database',
      database,
      '--master-key-file',
      '/none',
    ];
    const { status, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stderr };
  };

  it.each(['postgresql://[secret', 'postgresql://u:secret@h:99999/x'])(
    'of %s says that it is malformed',
    (url) => {
      const { status, stderr } = from(url);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^huiyin: bad-connection-string: .*postgresql:\/\/user:password@host.*\n$/);
      expect(stderr).not.toContain('secret');
    },
  );
});

describe('huiyin export and verify', () => {
  let rig: AuditRig;
  let access: string[];
  beforeAll(async () => {
    rig = await startRig();
    access = [
      ...['--database', rig.url, '--master-key-file', path.join(rig.folder, 'master.key')],
      ...['--audit-folder', rig.evidence.path, '--audit-name', rig.signer.name],
    ];
    for (const stream of ['case-a', 'case-b', 'case-a']) await rig.append(stream, 2);
  });
  afterAll(() => rig.close());

  it('make a folder that holds the bundle and both verifiers', () => {
    const out = `${path.join(rig.folder, 'for-the-auditor')}/`;
    expect(huiyin(['export', '--all', '--out', out, ...access])).toMatchObject({ status: 0, stderr: '' });
    const bundle = path.join(out, 'huiyin-all.bundle');
    const verified = huiyin(['verify', bundle, '--key', rig.signer.verifierKey]);
    expect(verified).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^INTACT: the whole log, \d+ events/),
    });
    // Nothing but Node, the verifier and the bundle.
    const bare = mkdtempSync(path.join(tmpdir(), 'huiyin-bare-'));
    for (const file of ['huiyin-verify.js', 'huiyin-all.bundle'])
      cpSync(path.join(out, file), path.join(bare, file));
    const alone = spawnSync(process.execPath, ['huiyin-verify.js', 'huiyin-all.bundle'], {
      cwd: bare,
      encoding: 'utf8',
      env: {},
    });
    expect(alone).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^INTACT: the whole log/),
    });
    rmSync(bare, { recursive: true });
    expect(existsSync(path.join(out, 'huiyin_verify.py'))).toBe(true);
    const schemas = readFileSync(bundle, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('{"schemas"'));
    expect(schemas).toContain('huiyin.case.registered');
    expect(schemas).toContain('"CaseRegistered@1":{"type":"object"');
  });

  it('take one case, and names from where they are called', () => {
    const out = ['--out', 'one.bundle'];
    expect(huiyin(['export', '--case', 'a', ...out, ...access], '', rig.folder).status).toBe(0);
    const verified = huiyin(['verify', 'one.bundle'], '', rig.folder);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('case-a, 4 events') });
  });

  it('show a damaged log as it is', async () => {
    await rig.tamper("UPDATE event_store.event SET data = '{}' WHERE position = 2");
    const out = path.join(rig.folder, 'damaged.bundle');
    expect(huiyin(['export', '--case', 'a', '--out', out, ...access]).status).toBe(0);
    const { status, stdout } = huiyin(['verify', out]);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: 'NOT INTACT: position 2 (case-a, revision 1): edited\n',
    });
  });

  it('say in one line what is wrong', () => {
    const out = ['--out', path.join(rig.folder, 'x')];
    const wrong = [
      huiyin(['export', ...out, ...access]),
      huiyin(['export', '--all', '--case', 'a', ...out, ...access]),
      huiyin(['export', '--case', 'nobody', ...out, ...access]),
      huiyin(['verify']),
      huiyin(['verify', path.join(rig.folder, 'missing')]),
      huiyin(['verify', path.join(rig.folder, 'damaged.bundle'), '--key', 'nonsense']),
    ];
    for (const { status, stdout, stderr } of wrong) {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^huiyin.*: .*\n$/);
    }
  });
});
