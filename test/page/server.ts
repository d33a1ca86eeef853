import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = path.resolve(__dirname, '../../dist/apps/standalone/main.js');

export interface RunningServer {
  address: string;
  stop(): Promise<void>;
}

/** The compiled standalone, without a demo city, on a clock that is moved by hand. Rejects with what it said. */
export async function startStandalone(data: string, port: number): Promise<RunningServer> {
  const options = ['--data', data, '--port', String(port), '--city', 'none', '--clock', 'simulated'];
  const child = spawn(process.execPath, [MAIN, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (!child.killed) child.kill('SIGTERM');
    await exited;
  };
  return { address: await addressOf(child), stop };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr!.on('data', (chunk) => (said += String(chunk)));
  for await (const line of createInterface(child.stdout!)) {
    const address = /Huiyin 回音 is at (http:\/\/[^/]+)\//.exec(line)?.[1];
    if (!address) continue;
    child.stdout!.resume();
    return address;
  }
  throw new Error(`the server did not start: ${said}`);
}

/** Sends a command and answers the id of what it was about. */
export const command = async (address: string, to: string, body: unknown): Promise<string> =>
  (await written(address, to, body)).id;

/** Sends a command and answers all that is said of it. */
export async function written(address: string, to: string, body: unknown): Promise<{ id: string }> {
  const response = await fetch(`${address}/api/v1${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${to}: ${await response.text()}`);
  return (await response.json()) as { id: string };
}

export async function advance(address: string, duration: string): Promise<void> {
  const response = await fetch(`${address}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: duration }),
  });
  if (!response.ok) throw new Error(await response.text());
}
