import { bulkLoad, migrateEventStore } from '@huiyin/event-store';
import type { Command } from 'commander';
import { reach, withConnection, type ConnectOptions } from '../connect';
import { createProgress } from '../progress';
import { madeUpEvents } from './generate';
import { assertOnPostgres } from './on-postgres';
import { printSizes } from './sizes';
import { wholeNumber } from './whole-number';

const PROGRESS_EVERY = 50_000;

interface LoadOptions extends ConnectOptions {
  events: number;
  seed: number;
}

export const loadCommand = (program: Command): void => {
  const command = program
    .command('load')
    .description('for benchmarks: fill an empty event store with made-up events, all or nothing')
    .option('--events <count>', 'how many', wholeNumber, 1_000_000)
    .option('--seed <number>', 'which order of steps', wholeNumber, 7);
  withConnection(command).action(load);
};

async function load(options: LoadOptions): Promise<void> {
  assertOnPostgres('load');
  const { databaseUrl, end } = await reach(options);
  try {
    await migrateEventStore(databaseUrl);
    const start_ms = performance.now();
    const progress = createProgress('made up', options.events);
    const { copy_ms, indexes_ms } = await bulkLoad(databaseUrl, function* (after) {
      for (const event of madeUpEvents(options.events, after, options.seed)) {
        const done = event.position - after;
        if (done % PROGRESS_EVERY === 0) progress.update(done, '');
        yield event;
      }
    });
    progress.end();
    const total_s = (performance.now() - start_ms) / 1_000;
    process.stdout.write(
      `${options.events} events in ${total_s.toFixed(1)} s, ${Math.round(options.events / total_s)} events/s ` +
        `(copied ${(copy_ms / 1_000).toFixed(1)} s, indexed ${(indexes_ms / 1_000).toFixed(1)} s)\n`,
    );
    await printSizes(databaseUrl);
  } finally {
    await end();
  }
}
