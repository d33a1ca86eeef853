import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { loadOrCreateKeyFile } from '../evidence/key-file';
import { openCheckpoint } from '../note/checkpoint';
import { parseVerifierKey } from '../note/key';
import { openNote } from '../note/note';
import { createCosigner } from '../note/signer';
import type { Doctored } from '../bundle/doctored.fixture';
import { commit } from '../bundle/tamper.fixture';
import { ORIGIN, startRig, type AuditRig, type RigKind } from '../testing.fixture';
import { checkVector } from '../vector/check';
import { witnessServer } from '../witness/server';
import { witnessFolder } from '../witness/state';
import { createWitness } from '../witness/witness';
import { addCosignatures } from './checkpoints';
import { openEpoch } from './new-epoch';

let rig: AuditRig;
afterEach(() => rig.close());

const KINDS = ['PostgreSQL', 'KurrentDB'] as const;
const useRig = (kind: RigKind): void =>
  beforeEach(async () => {
    rig = await startRig(kind);
  });
/** Where the events stand: one by one on PostgreSQL, with gaps on KurrentDB. */
const places = async (): Promise<number[]> =>
  (await rig.raw.read({ after: 0, limit: 1_000 })).map(({ position }) => position);

describe.each(KINDS)('the audit log on %s', (kind) => {
  useRig(kind);

  it('signs what is stored, and proves each event and each growth', async () => {
    const audit = await rig.start();
    for (let n = 0; n < 5; n += 1) await rig.append(`case-${n % 2}`, n + 1);
    const first = await audit.sign();
    expect(first.size).toBe(15);
    for (let n = 0; n < 300; n += 100) await rig.append('case-long', 100);
    const second = await audit.sign();
    expect(second).toMatchObject({ origin: ORIGIN, size: 315, extensions: [] });
    expect(openCheckpoint((await rig.evidence.readCheckpoint())!, [parseVerifierKey(audit.key)]).size).toBe(
      315,
    );
    const positions = await places();
    for (const number of [1, 15, 16, 256, 257, 315]) {
      const proof = await audit.inclusion(positions[number - 1]!);
      expect(proof).toMatchObject({ index: number - 1, size: 315 });
      expect(checkVector(JSON.stringify(proof))).toEqual({ valid: true });
    }
    const growth = await audit.consistency(15);
    expect(growth.root1).toBe(first.root.toString('hex'));
    expect(checkVector(JSON.stringify(growth))).toEqual({ valid: true });
    await expect(audit.inclusion(positions[314]! + 1)).rejects.toThrow(RangeError);
    await expect(audit.inclusion(positions[299]!, 10)).rejects.toThrow(RangeError);
    await expect(audit.consistency(0)).rejects.toThrow(RangeError);
  });

  it('signs at its interval without being asked', async () => {
    const audit = await rig.start({ interval_ms: 20 });
    await rig.append('case-a', 3);
    for (;;) {
      if ((await audit.latest())?.size === 3) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const reached = (await places())[2]!;
    expect(await audit.status()).toEqual({ size: 3, signed: 3, reached, signedReached: reached });
  });

  it('never puts an older checkpoint over a newer one because a witness was slow', async () => {
    const audit = await rig.start();
    await rig.append('case-a');
    const older = await audit.sign();
    await rig.append('case-a');
    const newer = await audit.sign();
    await addCosignatures(rig.pool, rig.evidence, older, `${older.note}— witness.example/w1 AAAAAAAA\n`);
    expect(await rig.evidence.readCheckpoint()).toBe(newer.note);
    const cosigned = `${newer.note}— witness.example/w1 AAAAAAAA\n`;
    await addCosignatures(rig.pool, rig.evidence, newer, cosigned);
    expect(await rig.evidence.readCheckpoint()).toBe(cosigned);
  });

  it('redeems every command for a proof of its events', async () => {
    const audit = await rig.start();
    await rig.append('case-a', 2);
    const commandId = await rig.append('case-a', 2);
    const receipt = (await audit.receipt(commandId))!;
    const [, , third, fourth] = await places();
    expect(receipt.events.map(({ position, index, revision }) => [position, index, revision])).toEqual([
      [third, 2, 2],
      [fourth, 3, 3],
    ]);
    const { root } = openCheckpoint(receipt.checkpoint, [parseVerifierKey(receipt.key)]);
    for (const event of receipt.events) {
      expect(event.root).toBe(root.toString('hex'));
      expect(checkVector(JSON.stringify(event))).toEqual({ valid: true });
    }
    expect(await audit.receipt(randomUUID())).toBeUndefined();
  });

  it('has its checkpoints cosigned, and signs without a witness that is away', async () => {
    const cosigner = createCosigner('witness.example/w1', Buffer.alloc(32, 2), () => 1_800_000_000);
    const logs = [{ origin: ORIGIN, keys: [parseVerifierKey(rig.signer.verifierKey)] }];
    const state = witnessFolder(path.join(rig.folder, 'witness'));
    const server = witnessServer(createWitness(logs, state, cosigner), cosigner.verifierKey, () => undefined);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const away = { url: 'http://127.0.0.1:9', verifierKey: cosigner.verifierKey };
    const audit = await rig.start({ witnesses: [away, { url, verifierKey: cosigner.verifierKey }] });
    for (const count of [3, 4]) {
      await rig.append('case-a', count);
      const { note } = await audit.sign();
      expect(openNote(note, [parseVerifierKey(cosigner.verifierKey)]).verified).toHaveLength(1);
      expect(await rig.evidence.readCheckpoint()).toBe(note);
    }
    expect((await state.read(ORIGIN))?.size).toBe(7);
    server.closeAllConnections();
    server.close();
    await rig.append('case-a', 1);
    expect(await audit.sign()).toMatchObject({ size: 8 });
  });

  it('goes on after a restart, and answers the same checkpoint where nothing was added', async () => {
    const before = await rig.start();
    await rig.append('case-a', 3);
    const { note } = await before.sign();
    await before.stop();
    const after = await rig.start();
    expect((await after.sign()).note).toBe(note);
    await rig.append('case-a', 1);
    expect((await after.sign()).size).toBe(4);
  });

  it('finds its way back when its tables are lost, from the events and the leaves outside', async () => {
    const before = await rig.start();
    await rig.append('case-a', 300);
    const { note } = await before.sign();
    await before.stop();
    await rig.pool.query('TRUNCATE audit.epoch, audit.tile, audit.stream_head');
    expect((await (await rig.start()).sign()).note).toBe(note);
  });

  it('keeps its key to itself', async () => {
    const key = path.join(rig.folder, 'audit.key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateKeyFile(key)).toEqual(Buffer.from(await readFile(key, 'utf8'), 'base64'));
    await writeFile(key, 'AAAA\n');
    await expect(loadOrCreateKeyFile(key)).rejects.toThrow(/does not hold 32 bytes/);
  });
});

describe.each(KINDS)('no second history is signed on %s', (kind) => {
  useRig(kind);

  const CUT = {
    sql: 'DELETE FROM event_store.event WHERE position > 6',
    records: (log: Doctored) => log.cutFrom(7),
  };
  const signedThenStopped = async (): Promise<string> => {
    const audit = await rig.start();
    for (const stream of ['case-a', 'case-b', 'case-a', 'case-b']) await rig.append(stream, 2);
    const { note } = await audit.sign();
    await audit.stop();
    return note;
  };
  const expectRefused = async (code: string): Promise<void> => {
    const before = await rig.evidence.readCheckpoint();
    const audit = await rig.start();
    await expect(audit.sign()).rejects.toMatchObject({ code });
    expect((await audit.status()).damage).toBeDefined();
    expect(await rig.evidence.readCheckpoint()).toBe(before);
  };

  it('when the log got shorter', async () => {
    await signedThenStopped();
    await commit(rig, CUT);
    await expectRefused('shorter');
  });

  it('when a restore lost events and others took their places', async () => {
    await signedThenStopped();
    await commit(rig, CUT);
    await rig.pool.query('TRUNCATE audit.epoch, audit.tile, audit.stream_head');
    await rig.append('case-c', 4);
    await expectRefused('forked');
  });

  it('when a restore lost events, others took their places, and the tree did not hear of it', async () => {
    await signedThenStopped();
    await commit(rig, CUT);
    await rig.append('case-c', 40);
    await expectRefused('forked');
  });

  it('when the tree in the database was made again over other events', async () => {
    await signedThenStopped();
    await rig.pool.query(`UPDATE audit.tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)`);
    await rig.append('case-c', 1);
    await expectRefused('forked');
  });

  it('when the checkpoint outside is of another key, or the leaves outside are gone', async () => {
    const note = await signedThenStopped();
    await rig.evidence.writeCheckpoint(note.replace('— huiyin', '— hujyin'));
    await expectRefused('evidence');
    await rig.evidence.writeCheckpoint(note);
    await rm(path.join(rig.evidence.path, 'leaves.1'));
    await rig.append('case-c', 1);
    await expectRefused('evidence');
  });

  it('until a new epoch names the last checkpoint of the old one', async () => {
    const note = await signedThenStopped();
    const last = openCheckpoint(note, [parseVerifierKey(rig.signer.verifierKey)]);
    await commit(rig, CUT);
    await openEpoch(rig.pool, rig.evidence, rig.signer);
    const audit = await rig.start();
    const checkpoint = await audit.sign();
    expect(checkpoint).toMatchObject({
      origin: `${ORIGIN}/epoch-2`,
      size: 6,
      extensions: [`after ${ORIGIN} 8 ${last.root.toString('base64')}`],
    });
    expect(await rig.evidence.readClosed(1)).toBe(note);
    await rig.append('case-a', 1);
    expect(await audit.sign()).toMatchObject({ origin: `${ORIGIN}/epoch-2`, size: 7 });
    expect(checkVector(JSON.stringify(await audit.consistency(6)))).toEqual({ valid: true });
  });
});
