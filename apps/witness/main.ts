import {
  createCosigner,
  createWitness,
  loadOrCreateKeyFile,
  witnessFolder,
  witnessServer,
} from '@huiyin/audit';
import { createLog, inWords } from '@huiyin/kernel';
import { readConfig } from '@huiyin/runtime/config';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { witnessSchema } from './config';

const MS_PER_s = 1_000;

/* A witness needs no database: a key, a folder, and the keys of the logs that it follows. */
async function start(): Promise<void> {
  const config = readConfig(witnessSchema);
  const log = createLog('witness');
  const seed = await loadOrCreateKeyFile(config.WITNESS_KEY_FILE);
  const cosigner = createCosigner(config.WITNESS_NAME, seed, () => Math.floor(Date.now() / MS_PER_s));
  const witness = createWitness(config.WITNESS_LOGS, witnessFolder(config.WITNESS_FOLDER), cosigner);
  const server = witnessServer(witness, cosigner.verifierKey, (error) =>
    log.error({ why: inWords(error) }, 'a request failed'),
  );
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.stdout.write(
    `huiyin witness is at http://${config.HOST}:${port}, its key is ${cosigner.verifierKey}\n`,
  );
  const end = (): void => {
    server.close();
    server.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}

start().catch((error: unknown) => {
  process.stderr.write(`huiyin witness: ${inWords(error)}\n`);
  process.exitCode = 1;
});
