import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leafHash, sha256 } from '../merkle/hash';
import { nodesOf } from '../merkle/memory';
import { consistencyProof, rootOf } from '../merkle/tree';
import { signCheckpoint, type Checkpoint } from '../note/checkpoint';
import { parseVerifierKey } from '../note/key';
import { openNote } from '../note/note';
import { createCosigner, createSigner } from '../note/signer';
import { cosign, requestBody, type WitnessAddress } from './client';
import { witnessServer } from './server';
import { witnessFolder } from './state';
import { createWitness } from './witness';

const ORIGIN = 'huiyin.example/city';
const log = createSigner(ORIGIN, Buffer.alloc(32, 1));
const cosigner = createCosigner('witness.example/w1', Buffer.alloc(32, 2), () => 1_800_000_000);
const tree = (salt: string) =>
  nodesOf(Array.from({ length: 40 }, (_, n) => leafHash(sha256(`${n < 5 ? '' : salt}${n}`))));
const honest = tree('');
const forked = tree('fork');

let folder: string;
let server: Server;
let address: WitnessAddress;
let failures: unknown[];

async function listen(): Promise<void> {
  const logs = [{ origin: ORIGIN, keys: [parseVerifierKey(log.verifierKey)] }];
  const witness = createWitness(logs, witnessFolder(folder), cosigner);
  const failed = (error: unknown): void => void failures.push(error);
  server = witnessServer(witness, cosigner.verifierKey, failed).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  address = { url: `http://127.0.0.1:${port}/`, verifierKey: cosigner.verifierKey };
}
const close = async (): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

const checkpointOf = async (size: number, node = honest, origin = ORIGIN): Promise<Checkpoint> => ({
  origin,
  size,
  root: await rootOf(size, node),
  extensions: [],
});
const post = async (body: string) => {
  const response = await fetch(`${address.url}add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
/** As a log that behaves, or one that does not, would ask. */
const ask = async (oldSize: number, size: number, node = honest, proved = oldSize) => {
  const proof = proved === 0 ? [] : await consistencyProof(proved, size, node);
  return post(requestBody(oldSize, proof, signCheckpoint(await checkpointOf(size, node), log)));
};
const submit = async (size: number, node = honest, old?: number): Promise<string> => {
  const checkpoint = await checkpointOf(size, node);
  return cosign(address, checkpoint, signCheckpoint(checkpoint, log), node, old);
};

beforeEach(async () => {
  failures = [];
  folder = await mkdtemp(path.join(tmpdir(), 'witness-'));
  await listen();
});
afterEach(async () => {
  expect(failures).toEqual([]);
  await close();
  await rm(folder, { recursive: true });
});

describe('a witness', () => {
  it('cosigns a log that grows, and the client checks what it gets', async () => {
    for (const size of [5, 5, 17, 40]) {
      const note = await submit(size);
      const keys = [log.verifierKey, cosigner.verifierKey].map(parseVerifierKey);
      expect(openNote(note, keys).verified).toHaveLength(2);
    }
    const other = createCosigner('witness.example/w1', Buffer.alloc(32, 3), () => 1);
    const checkpoint = await checkpointOf(40);
    await expect(
      cosign(
        { ...address, verifierKey: other.verifierKey },
        checkpoint,
        signCheckpoint(checkpoint, log),
        honest,
        40,
      ),
    ).rejects.toThrow(/cosignature is wrong/);
  });

  it('tells the size it holds, with 409, and the client goes on from there', async () => {
    await submit(12);
    expect(await ask(3, 20)).toEqual({ status: 409, type: 'text/x.tlog.size', body: '12\n' });
    await expect(submit(20, honest, 3)).resolves.toContain('witness.example/w1');
  });

  it('refuses a log that shrinks', async () => {
    await submit(20);
    expect(await ask(12, 12)).toMatchObject({ status: 409, body: '20\n' });
    expect(await ask(20, 12, honest, 0)).toMatchObject({ status: 400 });
    await expect(submit(12)).rejects.toThrow(/has seen 20 events, this is 12/);
  });

  it('refuses a fork, of the same size and of a larger one', async () => {
    await submit(20);
    expect(await ask(20, 20, forked)).toMatchObject({
      status: 409,
      body: expect.stringContaining('another root'),
    });
    expect(await ask(20, 30, forked)).toMatchObject({ status: 422 });
    await expect(submit(30, forked)).rejects.toMatchObject({ status: 422 });
    await expect(submit(30)).resolves.toBeDefined();
  });

  it('remembers across a restart what it cosigned', async () => {
    await submit(20);
    await close();
    await listen();
    expect(await ask(0, 5)).toMatchObject({ status: 409, body: '20\n' });
    expect(await ask(20, 30, forked)).toMatchObject({ status: 422 });
    expect(await ask(20, 30)).toMatchObject({ status: 200 });
  });

  it('whose memory is damaged cosigns nothing, and says which file it is', async () => {
    await submit(20);
    const [file] = readdirSync(folder);
    writeFileSync(path.join(folder, file!), `${ORIGIN}\n12\n`);
    expect(await ask(20, 30)).toMatchObject({ status: 500 });
    expect(failures.splice(0)).toEqual([
      expect.objectContaining({ message: expect.stringContaining(file!) }),
    ]);
  });

  it('cosigns one of two that race, and never goes back', async () => {
    await submit(10);
    const answers = await Promise.all([ask(10, 20), ask(10, 20, forked), ask(10, 15), ask(10, 11)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('stores before it answers: a disk that fails gives no cosignature', async () => {
    const logs = [{ origin: ORIGIN, keys: [parseVerifierKey(log.verifierKey)] }];
    const full = { read: async () => undefined, write: async () => Promise.reject(new Error('disk full')) };
    const body = requestBody(0, [], signCheckpoint(await checkpointOf(5), log));
    await expect(createWitness(logs, full, cosigner).addCheckpoint(body)).rejects.toThrow('disk full');
  });

  it('says what is wrong with a request', async () => {
    const note = signCheckpoint(await checkpointOf(5), log);
    const other = createSigner(ORIGIN, Buffer.alloc(32, 5));
    const unknown = await checkpointOf(5, honest, 'elsewhere.example');
    const statuses = {
      unsigned: (await post(requestBody(0, [], signCheckpoint(await checkpointOf(5), other)))).status,
      unknown: (
        await post(
          requestBody(0, [], signCheckpoint(unknown, createSigner('elsewhere.example', Buffer.alloc(32, 1)))),
        )
      ).status,
      proofFromNothing: (await post(requestBody(0, [Buffer.alloc(32)], note))).status,
      noNote: (await post('old 0\n\n')).status,
      leadingZero: (await post(`old 00\n\n${note}`)).status,
      badHash: (await post(`old 0\nAAAA\n\n${note}`)).status,
      tooManyLines: (
        await post(
          requestBody(
            0,
            Array.from({ length: 64 }, () => Buffer.alloc(32)),
            note,
          ),
        )
      ).status,
      tooLarge: (await post('x'.repeat(200_000))).status,
      elsewhere: (await fetch(`${address.url}x`)).status,
      get: (await fetch(`${address.url}add-checkpoint`)).status,
    };
    expect(statuses).toEqual({
      unsigned: 403,
      unknown: 404,
      proofFromNothing: 422,
      noNote: 400,
      leadingZero: 400,
      badHash: 400,
      tooManyLines: 400,
      tooLarge: 413,
      elsewhere: 404,
      get: 405,
    });
  });
});
