import { rm } from 'node:fs/promises';
import { withdrawKafka } from './kafka';

export default async function stop(): Promise<void> {
  await withdrawKafka();
  await globalThis.huiyinTestPostgres?.stop();
  const folder = process.env['HUIYIN_TEST_FOLDER'];
  if (folder) await rm(folder, { recursive: true, force: true });
}
