import { parseArgs } from 'node:util';
import { drill } from './drill';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  let step = 0;
  const say = (line: string): void => void process.stdout.write(`${(step += 1)}. ${line}\n`);
  try {
    await drill({ seed, say });
    process.stdout.write(`PASSED: ${step} steps (seed ${seed})\n`);
  } catch (error) {
    process.stdout.write(
      `FAILED after step ${step} (seed ${seed}): ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}

void main();
