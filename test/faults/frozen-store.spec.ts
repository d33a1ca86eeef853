import { randomUUID } from 'node:crypto';
import { GREETING_ms, PATIENCE_ms } from '@huiyin/database';
import { createDataFolder, type DataFolder } from '../flow/standalone-process';

/** What the machine may take on top of it. */
const SLACK_ms = 2_000;

let folder: DataFolder;
let thaw: (() => void) | undefined;
beforeEach(async () => void (folder = await createDataFolder()));
afterEach(async () => {
  thaw?.();
  await folder.crash();
  await folder.dispose();
});

test('a PostgreSQL that is stopped (SIGSTOP) keeps nobody waiting, and what was asked again is there once', async () => {
  const city = await folder.start('--city', 'none');
  const write = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const body = JSON.stringify({ name: { zh: '住房局', en: 'Housing' }, level: 'city', territory: 'city' });
  const ask = async (path: string, headers?: Record<string, string>) => {
    const began_ms = performance.now();
    const method = headers ? 'POST' : 'GET';
    const answer = await fetch(`${city.address}/api/v1/${path}`, {
      method,
      headers,
      ...(headers && { body }),
    });
    const waited_ms = performance.now() - began_ms;
    return {
      status: answer.status,
      told: (await answer.json()) as object,
      headers: answer.headers,
      waited_ms,
    };
  };
  expect((await ask('cases')).status).toBe(200);
  const registering = 'offices/housing/register-office';

  thaw = folder.freeze();
  const away = await Promise.all([ask('cases'), ask(`cases/${randomUUID()}`), ask(registering, write)]);
  for (const { status, told, headers, waited_ms } of away) {
    expect([status, told]).toEqual([503, expect.objectContaining({ code: 'store-unavailable' })]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(waited_ms).toBeLessThan(PATIENCE_ms + GREETING_ms + SLACK_ms);
  }
  thaw();
  thaw = undefined;

  const again = [await ask(registering, write), await ask(registering, write)];
  expect(again.map(({ status }) => status)).toEqual([again[0]!.status, again[0]!.status]);
  expect(again[0]!.status).toBeLessThan(300);
  expect((await ask('cases')).status).toBe(200);
});
