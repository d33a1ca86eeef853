import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verifyBundle } from '../bundle/verify';
import { writeBundle } from '../bundle/write';
import { openCheckpoint } from '../note/checkpoint';
import { openHandover } from '../note/handover';
import { hexId, parseVerifierKey } from '../note/key';
import { createCosigner, createSigner, type Signer } from '../note/signer';
import { ORIGIN, startRig, type AuditRig } from '../testing.fixture';
import { consistencyProof } from '../merkle/tree';
import { requestBody } from '../witness/client';
import { witnessFolder } from '../witness/state';
import { createWitness } from '../witness/witness';
import { signNow } from './checkpoints';
import { KeyNotNew, rotateKey } from './rotate-key';
import { nodeReader } from './tree';

const PYTHON = path.resolve(__dirname, '../../../tools/huiyin_verify.py');
const NEW = createSigner(ORIGIN, Buffer.alloc(32, 21));
const NEWER = createSigner(ORIGIN, Buffer.alloc(32, 22));

let rig: AuditRig;
let old: Signer;
beforeEach(async () => {
  rig = await startRig();
  old = rig.signer;
});
afterEach(() => rig.close());

const rotate = async (to: Signer): Promise<void> => {
  const { pool, raw, evidence, signer: from } = rig;
  await rotateKey({ pool, raw, evidence, from, to });
  rig.signer = to;
};
const sign = async () => {
  const audit = await rig.start();
  const checkpoint = await audit.sign();
  await audit.stop();
  return checkpoint;
};
const bundle = async (stream?: string): Promise<string> => {
  const checkpoint = await sign();
  const file = path.join(rig.folder, `${stream ?? 'all'}.bundle`);
  const { raw, evidence, signer } = rig;
  const key = signer.verifierKey;
  await writeBundle(file, { raw, evidence, checkpoint, key, stream, schemas: {}, now: new Date() });
  return file;
};
const kept = (note: string): string => {
  const file = path.join(rig.folder, 'kept');
  writeFileSync(file, note);
  return file;
};
/** What both verifiers say, which is the same. */
const judged = async (file: string, given: { key?: Signer; checkpoint?: string } = {}) => {
  const key = given.key?.verifierKey;
  const said = await verifyBundle(file, { key, checkpoint: given.checkpoint });
  const args = [
    ...(key === undefined ? [] : ['--key', key]),
    ...(given.checkpoint === undefined ? [] : ['--checkpoint', kept(given.checkpoint)]),
  ];
  const python = spawnSync('python3', [PYTHON, file, ...args], { encoding: 'utf8' });
  expect(python.status).toBe(said.exit);
  if (said.exit <= 1) expect(python.stdout).toBe(`${said.message}\n`);
  return said;
};

describe('a signing key that is rotated', () => {
  it('hands over in a checkpoint that both keys sign; then only the new one signs', async () => {
    await rig.append('case-a', 3);
    const early = await sign();
    await rotate(NEW);
    const note = (await rig.evidence.readCheckpoint())!;
    const [from, to] = [old, NEW].map(({ verifierKey }) => verifierKey) as [string, string];
    expect(openHandover(note, { from, to })?.checkpoint.size).toBe(3);
    await rig.append('case-a', 2);
    const audit = await rig.start();
    const next = await audit.sign();
    expect(openCheckpoint(next.note, [parseVerifierKey(to)]).size).toBe(5);
    expect(() => openCheckpoint(next.note, [parseVerifierKey(from)])).toThrow(/not signed/);
    // What was signed before can be checked as before.
    expect(openCheckpoint(early.note, [parseVerifierKey(from)]).size).toBe(3);
    expect(await audit.keys()).toEqual([{ key: from }, { key: to, tookOver: note }]);
  });

  it('leaves nobody behind: a bundle is judged by any of the keys, and with any checkpoint kept', async () => {
    await rig.append('case-a', 3);
    const early = await sign();
    await rotate(NEW);
    await rig.append('case-b', 2);
    const between = await sign();
    await rotate(NEWER);
    await rig.append('case-a', 2);
    const followed = `; signed by the key ${hexId(parseVerifierKey(NEWER.verifierKey).id)}, to which the one given was handed on`;
    for (const stream of [undefined, 'case-a', 'case-b']) {
      const file = await bundle(stream);
      const { message } = await judged(file, { key: NEWER });
      expect(message).toMatch(/^INTACT: .* at 7$/);
      for (const key of [old, NEW]) expect((await judged(file, { key })).message).toBe(message + followed);
      expect((await judged(file, { key: NEWER, checkpoint: between.note })).exit).toBe(0);
      expect((await judged(file)).exit).toBe(0);
    }
    const all = await bundle();
    for (const key of [old, NEW, NEWER])
      expect((await judged(all, { key, checkpoint: early.note })).exit).toBe(0);
  });

  it('that was given up signs nothing that counts', async () => {
    await rig.append('case-a', 3);
    await sign();
    await rotate(NEW);
    const handover = (await rig.evidence.readCheckpoint())!;
    // Whoever kept the old key signs on, beside the log, without a word of the handover.
    rmSync(path.join(rig.evidence.path, 'handovers'), { recursive: true });
    rmSync(path.join(rig.evidence.path, 'checkpoint'));
    rig.signer = old;
    await rig.append('case-a', 1);
    const forged = await bundle();
    expect((await judged(forged, { key: old })).exit).toBe(0);
    for (const given of [{ key: NEW }, { key: old, checkpoint: handover }])
      expect((await judged(forged, given)).exit).toBe(6);
    expect((await judged(forged, { key: old, checkpoint: handover })).message).toMatch(
      /was replaced by [0-9a-f]{8} at 3 events: what it signed later does not count$/,
    );
  });

  it('is not followed over another history: the tree goes on from where it was handed over', async () => {
    await rig.append('case-a', 3);
    await sign();
    await rotate(NEW);
    await rig.tamper(
      "UPDATE event_store.event SET data = '{}' WHERE position = 2; TRUNCATE audit.epoch CASCADE",
    );
    rmSync(path.join(rig.evidence.path, 'checkpoint'));
    rmSync(path.join(rig.evidence.path, 'leaves.1'));
    await rig.reopenStore();
    await rig.append('case-a', 1);
    expect(await judged(await bundle(), { key: old })).toEqual({
      exit: 1,
      message: 'NOT INTACT: the first 3 events are not those at which the key was handed over',
    });
  });

  it('is not believed where the old key has not signed', async () => {
    await rig.append('case-a', 3);
    await rotate(NEW);
    const file = await bundle();
    const note = (await rig.evidence.readCheckpoint())!;
    const without = note.split('\n').filter((line) => !line.startsWith(`— ${ORIGIN}`));
    const mine = note.split('\n').filter((line) => line.startsWith(`— ${ORIGIN}`));
    const forged = [...without.slice(0, -1), mine[1]!, ''].join('\n');
    const change = (text: string): string => text.replaceAll(JSON.stringify(note), JSON.stringify(forged));
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect((await judged(file, { key: old })).exit).toBe(6);
    expect((await judged(file, { key: NEW })).exit).toBe(0);
  });

  it('is told to a process that still has the old one, which signs nothing more', async () => {
    await rig.append('case-a', 3);
    const running = await rig.start();
    await running.sign();
    await rotate(NEW);
    await rig.append('case-a', 1);
    await expect(running.sign()).rejects.toThrow(
      /signing key \w{8} was replaced by \w{8}: put that key's file/,
    );
    await running.stop();
    await sign();
    rig.signer = old;
    await expect(sign()).rejects.toThrow(/was replaced by/);
  });

  it('is taken up by a process that runs meanwhile, once its file is in place', async () => {
    await rig.append('case-a', 3);
    let inFile = old;
    const running = await rig.start({ rereadKey: async () => inFile });
    await running.sign();
    await rotate(NEW);
    await rig.append('case-a', 1);
    await expect(running.sign()).rejects.toThrow(/was replaced by/);
    expect(await running.status()).toMatchObject({ replaced: expect.stringMatching(/put that key's file/) });
    // Another that is none of the log's is not taken.
    inFile = NEWER;
    await expect(running.sign()).rejects.toThrow(/was replaced by/);
    inFile = NEW;
    expect(openCheckpoint((await running.sign()).note, [parseVerifierKey(NEW.verifierKey)]).size).toBe(4);
    expect(running.key).toBe(NEW.verifierKey);
    expect(await running.status()).toEqual({ size: 4, reached: 4, signed: 4, signedReached: 4 });
    // Its follower has not ended.
    await rig.append('case-a', 1);
    while ((await running.status()).size < 5);
  });

  it('is told to a witness before: one that knows the old key only takes the handover, and nothing after it', async () => {
    const follow = (folder: string, ...signers: Signer[]) => {
      const keys = signers.map(({ verifierKey }) => parseVerifierKey(verifierKey));
      const cosigner = createCosigner('witness.example/w1', Buffer.alloc(32, 9), () => 1_800_000_000);
      return createWitness(
        [{ origin: ORIGIN, keys }],
        witnessFolder(path.join(rig.folder, folder)),
        cosigner,
      );
    };
    const [told, untold] = [follow('told', old, NEW), follow('untold', old)];
    const node = nodeReader(rig.pool, 1);
    const ask = async (from: number) => {
      const { size, note } = await sign();
      const body = requestBody(from, from === 0 ? [] : await consistencyProof(from, size, node), note);
      return [(await told.addCheckpoint(body)).status, (await untold.addCheckpoint(body)).status];
    };
    await rig.append('case-a', 3);
    expect(await ask(0)).toEqual([200, 200]);
    await rotate(NEW);
    expect(await ask(3)).toEqual([200, 200]);
    await rig.append('case-a', 2);
    expect(await ask(3)).toEqual([200, 403]);
  });

  it('changes nothing the second time, and is none that signed before', async () => {
    await rig.append('case-a', 3);
    await sign();
    await rotate(NEW);
    const note = await rig.evidence.readCheckpoint();
    rig.signer = old;
    await rotate(NEW);
    expect(await rig.evidence.readCheckpoint()).toBe(note);
    for (const before of [old, NEW]) await expect(rotate(before)).rejects.toThrow(KeyNotNew);
  });

  it('is known even if the process ended before the handover was put beside the others', async () => {
    await rig.append('case-a', 3);
    await rotate(NEW);
    rmSync(path.join(rig.evidence.path, 'handovers'), { recursive: true });
    await rig.append('case-a', 1);
    await signNow(rig.pool, rig.evidence, rig.signer);
    expect((await judged(await bundle(), { key: old })).exit).toBe(0);
  });
});
