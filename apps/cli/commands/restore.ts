import { restore } from '@huiyin/backup';
import { openEventArchive } from '@huiyin/event-store';
import { openDataFolder } from '@huiyin/runtime/data-folder';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { holdNotices } from '../../notification/hold';
import { judgeMasterKey } from '../backup/judge';
import { KEPT } from '../backup/kept-tables';
import { makeTables, openPlace, type Place } from '../backup/place';
import { withConnection, type ConnectOptions } from '../connect';
import { CliError } from '../failure';
import { createProgress } from '../progress';
import { fromCaller } from '../from-caller';

const HELP = `
Only into a database (or data folder, or KurrentDB namespace) without events, before anything is started on it, with the
master key in its place. The file is read to its end before anything is written; on PostgreSQL it is all or nothing.
Ends with 2 for a file that is foreign, damaged, cut off or newer, a place that is not empty, a master key that is missing
or not the one; with 1 when the disk or a server failed.`;

export const restoreCommand = (program: Command): void => {
  const command = program
    .command('restore <file>')
    .description('make an installation again from a backup')
    .addHelpText('after', HELP);
  withConnection(command).action(async (file: string, options: ConnectOptions) => {
    if (!existsSync(fromCaller(file))) throw new CliError('file-not-found', `there is no file ${file}`);
    const place = await openPlace(options);
    try {
      await makeTables(place);
      await restoreInto(place, fromCaller(file));
      // A demo city built upon what was restored would be nobody's log.
      if (options.database === undefined)
        await (await openDataFolder(options.data)).save({ begunWith: 'none' });
    } finally {
      await place.close();
    }
  });
};

async function restoreInto({ pool, eventStore, masterKeyFile }: Place, file: string): Promise<void> {
  const progress = createProgress('Restoring', 100);
  let held = 0;
  const { events, head, createdAt } = await restore({
    file,
    pool,
    tables: KEPT,
    openArchive: (db) => openEventArchive({ db, ...eventStore }),
    judge: (first) => judgeMasterKey(masterKeyFile, first.get('privacy.master_key_check')?.['value']),
    settle: async (client, at) => void (held = await holdNotices(client, at)),
    onProgress: (done, of) => progress.update((100 * done) / of, `${done} events`),
  }).finally(() => progress.end());
  process.stdout.write(
    `${events} events up to position ${head}, as of ${createdAt}; ${held} notices wait for a person\n`,
  );
}
