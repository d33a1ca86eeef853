import { Command, InvalidArgumentError, Option } from 'commander';

export interface StandaloneOptions {
  port: number;
  data: string;
  city: 'none' | 'demo';
  cases: number;
  clock: 'real' | 'simulated';
}

const PORT_MAX = 65_535;
const CASES_MAX = 1_000_000;
const CASES_DEFAULT = 2_000;

const whole =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`a whole number from ${from} to ${to} is needed.`);
  };

/** Ends the process with exit code 1 and one line when an option is wrong. */
export function readOptions(argv: readonly string[]): StandaloneOptions {
  const program = new Command('npm start --')
    .description('Huiyin in one process, on embedded PostgreSQL')
    .option('--port <number>', 'where to listen; 0 takes a free port', whole(0, PORT_MAX), 3000)
    .option('--data <folder>', 'where everything is kept', '.huiyin')
    .addOption(
      new Option('--city <kind>', 'what a fresh folder begins with')
        .choices(['none', 'demo'])
        .default('demo'),
    )
    .option('--cases <number>', 'cases of the demo city', whole(1, CASES_MAX), CASES_DEFAULT)
    .addOption(
      new Option('--clock <kind>', 'simulated: POST /dev/clock moves the time')
        .choices(['real', 'simulated'])
        .default('real'),
    )
    .parse(argv, { from: 'user' });
  return program.opts();
}
