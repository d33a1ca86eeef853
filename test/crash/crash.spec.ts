import { runCrashLoop } from './loop';

/** Fits into three minutes of CI; `npm run crash` runs fifty. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 10);
const START_MAX_ms = 120_000;
const ROUND_MAX_ms = 20_000;
const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(
  `what was acknowledged holds after ${ROUNDS} crashes (CRASH_SEED=${seed})`,
  async () => {
    const said: string[] = [];
    try {
      const report = await runCrashLoop({ rounds: ROUNDS, seed, say: (line) => said.push(line) });
      expect(report.acknowledged).toBeGreaterThan(ROUNDS);
      expect(report.events).toBeGreaterThan(report.acknowledged / 2);
    } catch (error) {
      throw new Error(`CRASH_SEED=${seed}\n${said.join('\n')}\n${String(error)}`, { cause: error });
    }
  },
  START_MAX_ms + ROUNDS * ROUND_MAX_ms,
);
