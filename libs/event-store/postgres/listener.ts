import { pause, type Log } from '@huiyin/kernel';
import { Client, type ClientConfig } from 'pg';
import { backoff_ms } from '../follow';
import type { KnownHead } from '../head';
import { LogCut } from '../port';
import { HEAD } from './queries';

/** How long a poll may take before the connection counts as dead. */
const POLL_ANSWER_ms = 5_000;
const END_WAIT_ms = 1_000;

export interface ListenerOptions {
  connection: ClientConfig;
  head: KnownHead;
  /** Called whenever the connection is gone: the server may come back with another log. */
  lost: () => void;
  /** Called when the log is shorter than what was seen of it. */
  onCut: (error: LogCut) => void;
  poll_ms: number;
  log: Log;
}

/** Keeps the known head fresh over one connection: notified on each append, and asking now and then as the safety net. */
export async function listen(
  { connection, head, lost: onLost, onCut, poll_ms, log }: ListenerOptions,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const client = new Client({ ...connection, query_timeout: POLL_ANSWER_ms });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', ({ payload }) => head.raise(Number(payload)));
    try {
      await client.connect();
      await client.query('LISTEN event_store');
      while (!signal.aborted && !lost.signal.aborted) {
        const seen = head.position;
        const { rows } = await client.query<{ head: string }>(HEAD);
        failures = 0;
        const found = Number(rows[0]!.head);
        if (found < seen) {
          await endWithin(client, END_WAIT_ms);
          return onCut(new LogCut(seen, found));
        }
        head.raise(found);
        await pause(poll_ms, AbortSignal.any([signal, lost.signal]));
      }
    } catch (error) {
      log.warn(
        { code: (error as { code?: string }).code, failures },
        'event store: cannot listen, trying again',
      );
    }
    onLost();
    await endWithin(client, END_WAIT_ms);
    if (!signal.aborted) await pause(backoff_ms(failures++), signal);
  }
}

/** A server that is gone never confirms the end; its socket is then left to the operating system. */
async function endWithin(client: Client, wait_ms: number): Promise<void> {
  const ended = new AbortController();
  const end = client.end().catch(() => undefined);
  await Promise.race([end.finally(() => ended.abort()), pause(wait_ms, ended.signal)]);
}
