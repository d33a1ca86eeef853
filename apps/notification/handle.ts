import { DAY_ms } from '@huiyin/kernel';
import { readMessage } from '@huiyin/contracts';
import type { Message } from '@huiyin/messaging';
import type { Pool, PoolClient } from 'pg';
import { heldUntil } from './hold';
import { learn, teaches } from './learn';
import { lockOffice, plan, type PlanOptions } from './plan';
import { replanFor } from './replan';
import { WHO_IS_TOLD, type Telling } from './who-is-told';

/** A notice of what happened longer ago than this helps nobody: it comes from an import, or from a log read anew. */
export const STALE_ms = 30 * DAY_ms;

export interface HandleOptions extends Omit<PlanOptions, 'held'> {
  pool: Pool;
}

/** Keeps what a message teaches and writes the notices that it calls for, in one transaction. True: some are to be sent. */
export async function handle(message: Message, options: HandleOptions): Promise<boolean> {
  const known = readMessage(message);
  if (!known) return false;
  const stale = options.clock.now().getTime() - Date.parse(message.time) > STALE_ms;
  const rule = WHO_IS_TOLD[known.type] as 'nobody' | ((data: unknown) => readonly Telling[]);
  const tellings = rule === 'nobody' || stale ? [] : rule(known.data);
  if (tellings.length === 0 && !teaches(known)) return false;
  return inTransaction(options.pool, async (client) => {
    const planning = { ...options, held: message.position <= (await heldUntil(client)) };
    if (known.type === 'huiyin.office.registered.v1') {
      const { officeId } = known.data;
      await lockOffice(client, officeId);
      await learn(client, known, message.position);
      return replanFor(client, officeId, planning);
    }
    await learn(client, known, message.position);
    return plan(client, message.id, tellings, planning);
  });
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => void (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
