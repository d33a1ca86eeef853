import { HOUR_ms } from '@huiyin/kernel';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { commit } from '../bundle/tamper.fixture';
import { startRig, type AuditRig } from '../testing.fixture';
import { firstDifference, sampleDifference, type Compared } from './compare-rows';

let rig: AuditRig;
let compared: Compared;
beforeEach(async () => {
  rig = await startRig();
  for (let n = 0; n < 4; n += 1) await rig.append(`case-${n % 3}`, n + 1);
  for (let n = 0; n < 2; n += 1) await rig.append('case-long', 600);
  await rig.append('case-0', 2);
  const audit = await rig.start();
  compared = { raw: rig.raw, evidence: rig.evidence, checkpoint: await audit.sign() };
  await audit.stop();
});
afterEach(() => rig.close());

const LATER = Date.now() + HOUR_ms;
const edit = (position: number): Promise<void> =>
  rig.tamper(
    `UPDATE event_store.event SET occurred_at = occurred_at + interval '1 second' WHERE position = ${position}`,
  );

describe('stored events and the leaves outside', () => {
  it('agree as long as nobody has touched either', async () => {
    const told: number[] = [];
    expect(await firstDifference(compared, (at) => told.push(at))).toBeUndefined();
    expect(told).toEqual([1_000, 1_212]);
    expect(await sampleDifference(compared, [1, 1_212, 5], LATER)).toEqual({ events: 10 });
  });

  it.each([1, 4, 11, 1_000, 1_001, 1_212])(
    'differ first at position %d, where one was edited',
    async (position) => {
      await edit(position);
      if (position < 1_212) await edit(1_212);
      expect(await firstDifference(compared)).toMatchObject({ position });
      expect((await sampleDifference(compared, [position], LATER)).found).toMatchObject({ position });
    },
  );

  it('differ where one is missing, moved to another case, or another stands in its place', async () => {
    await rig.tamper("UPDATE event_store.event SET stream = 'case-9', revision = 0 WHERE position = 1211");
    expect(await firstDifference(compared)).toMatchObject({ position: 1_211, event: { stream: 'case-9' } });
    await rig.tamper('DELETE FROM event_store.event WHERE position = 7');
    expect(await firstDifference(compared)).toEqual({ position: 7, event: undefined });
    expect((await sampleDifference(compared, [7], LATER)).found).toEqual({ position: 7, event: undefined });
  });

  it('are held against the signed root: leaves that were changed to match are found', async () => {
    await edit(1_100);
    const file = await open(path.join(rig.evidence.path, 'leaves.1'), 'r+');
    await file.write(Buffer.alloc(40, 1), 0, 40, 1_099 * 40);
    await file.close();
    await expect(firstDifference(compared)).rejects.toThrow(/are not those that were signed/);
  });

  it('are not compared for longer than may be', async () => {
    await edit(1);
    expect(await sampleDifference(compared, [1], Date.now())).toEqual({ events: 0 });
  });
});

it('on KurrentDB, where the audit log counts, are compared alike', async () => {
  const other = await startRig('KurrentDB');
  for (let n = 0; n < 8; n += 1) await other.append(`case-${n % 3}`, 2);
  const audit = await other.start();
  const signed: Compared = { raw: other.raw, evidence: other.evidence, checkpoint: await audit.sign() };
  expect(await firstDifference(signed)).toBeUndefined();
  expect(await sampleDifference(signed, [1, 16], LATER)).toEqual({ events: 12 });
  await commit(other, { sql: '', records: (log) => log.edit(9, { occurredAt: '2026-03-01T01:00:00.000Z' }) });
  expect(await firstDifference(signed)).toMatchObject({ position: 9 });
  expect((await sampleDifference(signed, [9], LATER)).found).toMatchObject({ position: 9 });
  await other.close();
});
