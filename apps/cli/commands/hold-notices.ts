import { openEventArchive } from '@huiyin/event-store';
import type { Command } from 'commander';
import { holdNotices } from '../../notification/hold';
import { makeTables, openPlace } from '../backup/place';
import { withConnection, type ConnectOptions } from '../connect';

export const holdNoticesCommand = (program: Command): void => {
  const command = program
    .command('hold-notices')
    .description('after a recovery in place: park what may have been told already (docs/operations.md)');
  withConnection(command).action(async (options: ConnectOptions) => {
    const place = await openPlace(options);
    const { pool, eventStore, close } = place;
    try {
      await makeTables(place);
      const archive = await openEventArchive({ db: pool, ...eventStore });
      const head = await archive.head().finally(() => archive.close());
      const held = await holdNotices(pool, head);
      process.stdout.write(`${held} notices wait for a person; events up to position ${head} send nothing\n`);
    } finally {
      await close();
    }
  });
};
