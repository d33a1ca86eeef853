import { type Round, roundOf } from './stats';

/** Runs `workers` loops side by side for this long; each step's time is one latency. */
export async function runFor(
  duration_ms: number,
  workers: number,
  makeStep: (worker: number) => () => Promise<unknown>,
): Promise<Round> {
  const latencies_ms: number[] = [];
  const start = performance.now();
  const loop = async (worker: number): Promise<void> => {
    const step = makeStep(worker);
    for (let begun = start; begun - start < duration_ms;) {
      await step();
      const ended = performance.now();
      latencies_ms.push(ended - begun);
      begun = ended;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => loop(worker)));
  return roundOf(latencies_ms, performance.now() - start);
}
