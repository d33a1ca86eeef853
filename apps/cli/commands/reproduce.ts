import { reproduce } from '@huiyin/rhythm';
import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { connectReadOnly, withConnection, type ConnectOptions } from '../connect';
import { CliError, EXIT } from '../failure';
import { fromCaller } from '../from-caller';

interface ReproduceOptions extends ConnectOptions {
  out?: string;
}

export const reproduceCommand = (program: Command): void => {
  const command = program
    .command('reproduce <id>')
    .description('makes a list, circular or ranking again from the log, and compares it byte for byte')
    .option('--out <file>', 'writes what the log gives, as JSON');
  withConnection(command).action(async (id: string, { out, ...options }: ReproduceOptions) => {
    const { store, close } = await connectReadOnly(options);
    try {
      const found = await reproduce(store, id);
      if (!found) throw new CliError('bulletin-not-found', `nothing went out as ${id}`);
      const { position, issued, again, same } = found;
      if (out !== undefined) await writeFile(fromCaller(out), again);
      process.stdout.write(
        same
          ? `${id}: the same to the byte (${again.length} bytes), from the log up to position ${position}\n`
          : `${id}: NOT the same: ${issued.length} bytes went out, the log up to position ${position} gives ${again.length}\n`,
      );
      if (!same) process.exitCode = EXIT.failed;
    } finally {
      await close();
    }
  });
};
