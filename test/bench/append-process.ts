import { createPostgresEventStore } from '@huiyin/event-store';
import { once } from 'node:events';
import { PROCESS_ROUND_ms, PROCESS_WRITERS, type Report } from './append-processes';
import { storeStep } from './shared/append-step';
import { runFor } from './shared/run-for';

/* One of the processes of `bench append --processes N`: node append-process.js NAME DATABASE_URL */

const WARM_UP_ms = 1_500;

async function main([name = '', url = '']: readonly string[]): Promise<void> {
  const store = createPostgresEventStore({ url });
  await store.head();
  process.send!('ready');
  await once(process, 'message');
  let acknowledged = 0;
  const counted = (make: () => () => Promise<void>) => () => {
    const step = make();
    return async () => {
      await step();
      acknowledged++;
    };
  };
  const step = counted(storeStep(store, name));
  await runFor(WARM_UP_ms, PROCESS_WRITERS, step);
  const round = await runFor(PROCESS_ROUND_ms, PROCESS_WRITERS, step);
  const report: Report = { ...round, acknowledged };
  process.send!(report);
  await once(process, 'disconnect');
  await store.close();
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
