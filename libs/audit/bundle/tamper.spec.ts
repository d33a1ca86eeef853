import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { hashOfRecord, RECORD_BYTES } from '../log/leaf';
import { nodesOf } from '../merkle/memory';
import { completeSubtrees, rangeHash } from '../merkle/tree';
import { createSigner } from '../note/signer';
import { startRig, type AuditRig, type RigKind } from '../testing.fixture';
import { MANGLINGS } from './mangle.fixture';
import { verifierFile } from './one-file';
import { commit, TAMPERINGS } from './tamper.fixture';
import { verifyBundle } from './verify';
import { writeBundle } from './write';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const PYTHON = path.join(ROOT, 'tools', 'huiyin_verify.py');
const COMPILED = path.join(ROOT, 'dist', 'libs', 'audit', 'bundle', 'main.js');
/** Who acts in turn, position by position. */
const STREAMS = 'a b c a b c a b c a b c'.split(' ').map((letter) => `case-${letter}`);

let rig: AuditRig;
let verifier: string;

const run = (command: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { exit: status, said: (stdout || stderr).trim(), errors: stderr };
};
/** Both verifiers, each a program of its own, with nothing but the file. */
const judge = (bundle: string, ...args: string[]) => {
  const js = run(process.execPath, [verifier, bundle, ...args]);
  const python = run('python3', [PYTHON, bundle, ...args]);
  return { js, python };
};
const expectBoth = (bundle: string, exit: number, said: RegExp | string, ...args: string[]): void => {
  const { js, python } = judge(bundle, ...args);
  expect([js.exit, python.exit]).toEqual([exit, exit]);
  if (exit <= 1) expect(python.said).toBe(js.said);
  if (typeof said === 'string') expect(js.said).toBe(said);
  else expect(js.said).toMatch(said);
  expect(js.said.split('\n')).toHaveLength(1);
};

const key = (): string => rig.signer.verifierKey;
async function bundleOf(stream?: string): Promise<string> {
  const audit = await rig.start();
  const checkpoint = (await audit.latest())!;
  const file = path.join(rig.folder, `${stream ?? 'all'}.bundle`);
  const { raw, evidence } = rig;
  await writeBundle(file, { raw, evidence, checkpoint, key: key(), stream, schemas: {}, now: new Date() });
  await audit.stop();
  return file;
}
async function signedLog(): Promise<void> {
  const audit = await rig.start();
  for (const stream of STREAMS) await rig.append(stream);
  await audit.sign();
  await audit.stop();
}
const edit = (file: string, change: (lines: string[]) => string[]): string => {
  const lines = change(readFileSync(file, 'utf8').trimEnd().split('\n'));
  const edited = `${file}.edited`;
  writeFileSync(edited, `${lines.join('\n')}\n`);
  return edited;
};

async function openRig(kind: RigKind): Promise<void> {
  rig = await startRig(kind);
  verifier = path.join(rig.folder, 'huiyin-verify.js');
  writeFileSync(verifier, verifierFile(COMPILED));
  await signedLog();
}
const closeRig = (): Promise<void> => rig.close();

const KINDS = ['PostgreSQL', 'KurrentDB'] as const;

describe.each(KINDS)('an untouched log on %s', (kind) => {
  beforeEach(() => openRig(kind));
  afterEach(closeRig);

  it('is intact, whole and case by case, for both verifiers', async () => {
    const all = await bundleOf();
    expectBoth(
      all,
      0,
      /^INTACT: the whole log, 12 events, under the checkpoint of \S+ at 12$/,
      '--key',
      key(),
    );
    expectBoth(all, 0, /the key is the bundle’s own/);
    for (const stream of ['case-a', 'case-b', 'case-c'])
      expectBoth(await bundleOf(stream), 0, new RegExp(`^INTACT: ${stream}, 4 events`), '--key', key());
  });

  it('goes on from every checkpoint that was kept, and from no other', async () => {
    const early = path.join(rig.folder, 'early');
    writeFileSync(early, (await rig.evidence.readCheckpoint())!);
    await rig.append('case-b', 3);
    const audit = await rig.start();
    await audit.sign();
    await audit.stop();
    expectBoth(await bundleOf(), 0, /15 events/, '--key', key(), '--checkpoint', early);
    expectBoth(await bundleOf('case-b'), 0, /7 events/, '--checkpoint', early);
  });
});

describe.each(KINDS)('an administrator of %s', (kind) => {
  beforeEach(() => openRig(kind));
  afterEach(closeRig);

  it.each(TAMPERINGS)('who $way is found out', async ({ way: _, ...expected }) => {
    await commit(rig, expected);
    const all = await bundleOf();
    expectBoth(all, 1, expected.all, '--key', key());
    expect(await verifyBundle(all, { key: key() })).toEqual({ exit: 1, message: expected.all });
    const one = await bundleOf('case-b');
    if (expected.case === 'untouched') expectBoth(one, 0, /^INTACT/, '--key', key());
    else expectBoth(one, 1, expected.case, '--key', key());
  });

  it('who makes another log of it, with another key, is found out', async () => {
    const early = path.join(rig.folder, 'early');
    writeFileSync(early, (await rig.evidence.readCheckpoint())!);
    await commit(rig, {
      sql: "UPDATE event_store.event SET data = '{}' WHERE position = 3",
      records: (log) => log.edit(3, { data: '{}' }),
      audit: 'TRUNCATE audit.epoch CASCADE',
    });
    const published = key();
    rig.signer = createSigner(rig.signer.name, Buffer.alloc(32, 3));
    rig.evidence = { ...rig.evidence, readCheckpoint: async () => undefined };
    const audit = await rig.start();
    const checkpoint = await audit.sign();
    const file = path.join(rig.folder, 'forged.bundle');
    const { raw, evidence } = rig;
    await writeBundle(file, { raw, evidence, checkpoint, key: key(), schemas: {}, now: new Date() });
    expectBoth(file, 6, /not signed by/, '--key', published);
    expectBoth(file, 6, /not signed by/, '--checkpoint', early);
  });
});

describe('a bundle that was changed', () => {
  // The log itself stays untouched: each changes a copy of its bundle.
  let all: string;
  beforeAll(async () => {
    await openRig('PostgreSQL');
    all = await bundleOf();
  });
  afterAll(closeRig);

  test('the second verifier can be read in one sitting', () => {
    expect(readFileSync(PYTHON, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('is found out, whatever line was touched', async () => {
    const isEvent = (line: string): boolean => line.startsWith('{"event"');
    const swapped = edit(all, (lines) => {
      const at = lines.findIndex(isEvent);
      return lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!);
    });
    expectBoth(swapped, 1, /position 1 \(case-a, revision 0\): re-ordered/, '--key', key());
    const shorter = edit(all, (lines) => {
      const end = lines.at(-1)!.replace('"events":12', '"events":11');
      return [...lines.slice(0, -2), end];
    });
    expectBoth(shorter, 1, /position 12 \(case-c, revision 3\): cut from the tail/, '--key', key());
    const leaves = edit(all, (lines) =>
      lines.map((line) => (line.startsWith('{"leaves"') ? line.replace(/.{8}"}$/, 'AAAAAAA="}') : line)),
    );
    expect(judge(leaves).js.exit).not.toBe(0);
    expect(judge(leaves).js.exit).toBe(judge(leaves).python.exit);
  });

  it('at any place, by any byte, is never intact by one verifier and not by the other', async () => {
    const one = await bundleOf('case-b');
    const bytes = readFileSync(one);
    const file = `${one}.turned`;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, turn) => {
        writeFileSync(file, bytes.with(at, bytes[at]! ^ turn));
        const { js, python } = judge(file, '--key', key());
        expect(js.exit).toBe((await verifyBundle(file, { key: key() })).exit);
        expect(python.exit === 0).toBe(js.exit === 0);
        expect(js.errors + python.errors).not.toMatch(/Traceback|at .*:\d+:\d+/);
        if (js.exit === 1 && python.exit === 1) expect(python.said).toBe(js.said);
      }),
      { numRuns: 20 },
    );
  });

  it('in ways that no writer knows is read alike by both', async () => {
    for (const { what, mangle, exit } of MANGLINGS) {
      const file = edit(all, mangle);
      const python = run('python3', [PYTHON, file]);
      expect([what, (await verifyBundle(file)).exit, python.exit]).toEqual([what, exit, exit]);
      expect(python.errors).not.toContain('Traceback');
    }
  });

  it('to begin behind all that a case has shows nothing of it, and says so', async () => {
    const line = readFileSync(all, 'utf8')
      .split('\n')
      .find((one) => one.startsWith('{"leaves"'))!;
    const records = Buffer.from((JSON.parse(line) as { leaves: string }).leaves, 'base64');
    const hashes = STREAMS.map((_, at) =>
      hashOfRecord(records.subarray(at * RECORD_BYTES, (at + 1) * RECORD_BYTES)),
    );
    const ranges = completeSubtrees({ start: 0, end: STREAMS.length });
    const prefix = await Promise.all(ranges.map((range) => rangeHash(range, nodesOf(hashes))));
    const empty = edit(all, (lines) =>
      lines
        .filter((line) => !/^{"(event|leaves)"/.test(line))
        .map((line) => line.replace('"scope":"all"', '"scope":"case","stream":"case-b"'))
        .map((line) => (line.startsWith('{"end"') ? '{"end":{"leaves":0,"events":0}}' : line))
        .map((line) =>
          line.startsWith('{"tree"')
            ? JSON.stringify({
                tree: { from: STREAMS.length, prefix: prefix.map((hash) => hash.toString('hex')) },
              })
            : line,
        ),
    );
    expectBoth(empty, 1, 'NOT INTACT: the leaves shown hold no event of case-b', '--key', key());
  });

  it('cannot be judged when it is cut short, and says so', async () => {
    for (const keep of [3, 6, 9])
      expectBoth(
        edit(all, (lines) => lines.slice(0, keep)),
        4,
        /truncated/,
      );
    const half = edit(all, (lines) => [...lines.slice(0, -4), lines.at(-4)!.slice(0, 40)]);
    expectBoth(half, 4, /truncated or damaged at line/);
  });

  it('of a newer format, of another log, or of no log at all is refused', async () => {
    expectBoth(
      edit(all, ([first, ...rest]) => [first!.replace('"version":1', '"version":2'), ...rest]),
      5,
      /newer|format 2/,
    );
    expectBoth(
      edit(all, () => ['hello']),
      3,
      /not a/,
    );
    expectBoth(
      edit(all, () => ['{"bundle":"other","version":1}']),
      3,
      /not a/,
    );
    expectBoth(
      edit(all, (lines) => [lines[0]!.replace('huiyin.example', 'other.example'), ...lines.slice(1)]),
      7,
      /another log/,
    );
    const empty = path.join(rig.folder, 'empty');
    writeFileSync(empty, '');
    expectBoth(empty, 3, /not a/);
  });

  it('with a wrong key or a corrupted checkpoint is refused', async () => {
    const other = createSigner('huiyin.example/city', Buffer.alloc(32, 5)).verifierKey;
    expectBoth(all, 6, /not signed by/, '--key', other);
    expectBoth(all, 2, /verifier key/, '--key', 'nonsense');
    const corrupted = edit(all, (lines) =>
      lines.map((line) => (line.startsWith('{"checkpoint"') ? line.replace('\\n12\\n', '\\n13\\n') : line)),
    );
    expectBoth(corrupted, 7, /corrupted/, '--key', key());
    const nothing = path.join(rig.folder, 'nothing');
    writeFileSync(nothing, '');
    expectBoth(all, 7, /corrupted/, '--checkpoint', nothing);
    expect(judge(path.join(rig.folder, 'missing')).js.exit).toBe(2);
    expect(judge(path.join(rig.folder, 'missing')).python.exit).toBe(2);
  });
});
