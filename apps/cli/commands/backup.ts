import { makeFolder } from '@huiyin/kernel/make-folder';
import { backup, type BackedUp } from '@huiyin/backup';
import { openEventArchive } from '@huiyin/event-store';
import type { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { KEYS, LEDGERS } from '../backup/kept-tables';
import { openPlace, type Place } from '../backup/place';
import { withConnection, type ConnectOptions } from '../connect';
import { fromCaller } from '../from-caller';
import { createProgress } from '../progress';

const HELP = `
Events as stored, sealed as they are; keys wrapped by the master key; the ledger of notices. Read models and timers are
made again from the events. Not in it: the master key, the audit log's key and its folder. Keep those elsewhere.
Nothing needs to be stopped meanwhile. docs/operations.md says what to do with it.`;

const OWNER_ONLY = 0o600;

export const backupCommand = (program: Command): void => {
  const command = program
    .command('backup')
    .description('write everything that cannot be had again into one file')
    .requiredOption('--out <file>', 'where to; - for standard output')
    .addHelpText('after', HELP);
  withConnection(command).action(async ({ out, ...options }: ConnectOptions & { out: string }) => {
    const place = await openPlace(options);
    try {
      const { events, head } = out === '-' ? await write(place, process.stdout) : await toFile(place, out);
      process.stderr.write(`${out}: ${events} events, up to position ${head}\n`);
    } finally {
      await place.close();
    }
  });
};

/** Under its name only when it is whole and on the disk. */
async function toFile(place: Place, out: string): Promise<BackedUp> {
  const file = fromCaller(out);
  const draft = `${file}.${process.pid}.part`;
  await makeFolder(path.dirname(file));
  const sink = createWriteStream(draft, { mode: OWNER_ONLY, flush: true });
  try {
    const done = await write(place, sink);
    sink.end();
    await finished(sink);
    await rename(draft, file);
    return done;
  } catch (error) {
    sink.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function write({ pool, eventStore }: Place, sink: Writable): Promise<BackedUp> {
  const archive = await openEventArchive({ db: pool, ...eventStore });
  const progress = createProgress('Backing up', 100);
  try {
    return await backup(sink, {
      archive,
      pool,
      ledgers: LEDGERS,
      keys: KEYS,
      now: new Date(),
      onProgress: (at, head) => progress.update((100 * at) / head, `position ${at}`),
    });
  } finally {
    progress.end();
    await archive.close();
  }
}
