import { createPostgresEventStore } from '../postgres';
import type { EventStore } from '../port';
import { followUntil } from './follower';
import type { Attempt, Place, WriterPlan } from './history';
import { createNaiveStore } from './naive-store';
import { write } from './writer';

/** What the parent asks of a child process, and what it hears back. */
export type Order =
  | { do: 'write'; url: string; naive: boolean; plan: WriterPlan }
  | { do: 'follow'; url: string; naive: boolean; resumeEvery: number }
  | { do: 'finish'; head: number };
export type Report = { attempts: Attempt[] } | { seen: Place[] } | { following: true };

export type ProofStore = Pick<EventStore, 'append' | 'readAll' | 'subscribe' | 'close'>;

export const openStore = (url: string, naive: boolean): ProofStore =>
  naive ? createNaiveStore(url) : createPostgresEventStore({ url, batchMax: 16, pollMs: 50 });

async function main(): Promise<void> {
  let finish: ((head: number) => void) | undefined;
  const tell = (report: Report): void => void process.send!(report);
  process.on('message', (order: Order) => {
    const run = async (): Promise<void> => {
      if (order.do === 'finish') return finish?.(order.head);
      const store = openStore(order.url, order.naive);
      if (order.do === 'write') tell({ attempts: await write(store, order.plan) });
      else {
        const told = new Promise<number>((resolve) => (finish = resolve));
        tell({ following: true });
        tell({ seen: await followUntil(store, told, order.resumeEvery) });
      }
      await store.close();
    };
    run().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.on('disconnect', () => process.exit(0));
}

if (require.main === module) void main();
