import { parseArgs } from 'node:util';
import { runCrashLoop } from './loop';

const ROUNDS = 50;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
  const seed = Number(values.seed ?? process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const rounds = Number(values.rounds ?? ROUNDS);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`${rounds} crashes, seed ${seed}; again with: npm run crash -- --rounds ${rounds} --seed ${seed}`);
  const report = await runCrashLoop({ rounds, seed, say });
  say(
    `HELD after ${report.rounds} crashes: ${report.acknowledged} commands acknowledged and stored, ` +
      `${report.settledAfter} open ones settled by sending them again, ${report.events} events`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
