import { Command, InvalidArgumentError } from 'commander';

export interface UpOptions {
  port: number;
  data: string;
}

const PORT_MAX = 65_535;

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= PORT_MAX) return value;
  throw new InvalidArgumentError(`a whole number from 0 to ${PORT_MAX} is needed.`);
}

/** Ends the process with exit code 1 and one line when an option is wrong. */
export function readOptions(argv: readonly string[]): UpOptions {
  return new Command('npm run up --')
    .description('Huiyin as separate processes, on embedded PostgreSQL and a real Kafka')
    .option('--port <number>', 'where the api listens; 0 takes a free port', port, 3000)
    .option('--data <folder>', 'where everything is kept', '.huiyin-split')
    .allowExcessArguments(false)
    .parse(argv, { from: 'user' })
    .opts();
}
