import { createPool } from '@huiyin/database';
import { logSizes, migrateEventStore } from '@huiyin/event-store';
import type { Command } from 'commander';
import { reach, withConnection, type ConnectOptions } from '../connect';
import { assertOnPostgres } from './on-postgres';
import { wholeNumber } from './whole-number';

const GB = 1e9;
const PER_YEAR = 250_000_000;
const YEARS = 5;

interface SizesOptions extends ConnectOptions {
  perYear: number;
  years: number;
}

export const sizesCommand = (program: Command): void => {
  const command = program
    .command('sizes')
    .description('what the event log takes on disk, by table and index, and what a growing one will take')
    .option('--per-year <events>', 'events a year', wholeNumber, PER_YEAR)
    .option('--years <count>', 'how many years', wholeNumber, YEARS);
  withConnection(command).action(async (options: SizesOptions) => {
    assertOnPostgres('sizes');
    const { databaseUrl, end } = await reach(options);
    try {
      await migrateEventStore(databaseUrl);
      await printSizes(databaseUrl, options);
    } finally {
      await end();
    }
  });
};

const line = (name: string, bytes: number, events: number): string =>
  `${name.padEnd(32)} ${(bytes / GB).toFixed(3).padStart(10)} GB ${(bytes / Math.max(1, events)).toFixed(1).padStart(8)} bytes/event\n`;

export async function printSizes(
  databaseUrl: string,
  { perYear, years }: Pick<SizesOptions, 'perYear' | 'years'> = { perYear: PER_YEAR, years: YEARS },
): Promise<void> {
  const pool = createPool({ url: databaseUrl, max: 1 });
  const { events, parts } = await logSizes(pool).finally(() => pool.end());
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of parts) process.stdout.write(line(name, bytes, events));
  process.stdout.write(line(`all, ${events} events`, total, events));
  if (events === 0) return;
  const later = (total / events) * perYear * years;
  process.stdout.write(
    `${years} years of ${perYear} events: ${(later / GB).toFixed(0)} GB for the log alone\n`,
  );
}
