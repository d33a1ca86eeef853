import { checkVector } from '@huiyin/audit/vector/check';
import { openCheckpoint, parseVerifierKey } from '@huiyin/audit';
import { startRig, type AuditRig } from '@huiyin/audit/testing.fixture';
import { silentLog } from '@huiyin/kernel';
import { startServer } from '@huiyin/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AuditModule } from './audit.module';

let rig: AuditRig;
let app: NestFastifyApplication;

beforeEach(async () => {
  rig = await startRig();
  const module = AuditModule.with(await rig.start());
  app = await startServer({ module, port: 0, host: '127.0.0.1', log: silentLog });
});
afterEach(async () => {
  await app.close();
  await rig.close();
});

const get = async (address: string, method: 'GET' | 'POST' = 'GET') => {
  const { statusCode, body, headers } = await app.inject({ method, url: `/audit/${address}` });
  return { status: statusCode, body, type: headers['content-type'] };
};

describe('the audit log over HTTP', () => {
  it('gives key, checkpoint, proofs and receipts that hold', async () => {
    expect((await get('checkpoint')).status).toBe(404);
    await rig.append('case-a', 3);
    const first = await get('checkpoint', 'POST');
    expect(first).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    const commandId = await rig.append('case-b', 2);
    const receipt = await get(`receipt/${commandId}`);
    expect(receipt.status).toBe(200);
    const key = parseVerifierKey((await get('key')).body.trim());
    expect(JSON.parse((await get('keys')).body)).toEqual({ keys: [{ key: rig.signer.verifierKey }] });
    expect(openCheckpoint(first.body, [key]).size).toBe(3);
    expect(openCheckpoint((await get('checkpoint')).body, [key]).size).toBe(5);
    const { events } = JSON.parse(receipt.body) as { events: object[] };
    const proofs = [
      JSON.stringify(events[0]),
      (await get('proof/inclusion?position=2&size=3')).body,
      (await get('proof/consistency?from=3&to=5')).body,
    ];
    for (const proof of proofs) expect(checkVector(proof)).toEqual({ valid: true });
  });

  it('says what is wrong with a question', async () => {
    await rig.append('case-a', 3);
    await get('checkpoint', 'POST');
    const answers: Record<string, number> = {};
    for (const address of [
      'proof/inclusion',
      'proof/inclusion?position=-1',
      'proof/inclusion?position=0',
      'proof/inclusion?position=4',
      'proof/inclusion?position=3&size=2',
      'proof/inclusion?position=3&size=9',
      'proof/consistency?from=0',
      'proof/consistency?from=3&to=2',
      'receipt/nonsense',
      `receipt/${randomUUID()}`,
    ])
      answers[address] = (await get(address)).status;
    expect(Object.values(answers)).toEqual([400, 400, 404, 404, 404, 404, 404, 404, 400, 404]);
  });

  it('signs nothing more once the log is not the one that was signed', async () => {
    await rig.append('case-a', 3);
    const { body } = await get('checkpoint', 'POST');
    await rig.tamper('DELETE FROM event_store.event WHERE position = 3');
    expect(await get('checkpoint', 'POST')).toMatchObject({ status: 503 });
    expect((await get('checkpoint')).body).toBe(body);
  });
});
