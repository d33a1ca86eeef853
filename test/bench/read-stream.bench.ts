import type { EventStore } from '@huiyin/event-store';
import { createRandom } from '@huiyin/kernel';
import { parseArgs } from 'node:util';
import { compareSizes } from './shared/compare-sizes';
import { runFor } from './shared/run-for';
import { medianRound, type Round } from './shared/stats';

const READERS = 16;
const ROUNDS = 3;
const ROUND_ms = 3_000;
const STREAMS = 5_000;
const SEED = 11;

/** `read-stream --events N`: whole histories of cases from all over the log, on a large log against a small one. */
export async function run(args: readonly string[]): Promise<void> {
  const options = { events: { type: 'string', default: '1000000' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await compareSizes(`read-stream, ${READERS} readers`, Number(values.events), readRounds);
}

async function readRounds(store: EventStore): Promise<Round> {
  const { next } = createRandom(SEED);
  const head = await store.head();
  const streams: string[] = [];
  while (streams.length < STREAMS) {
    const [event] = await store.readAll({ after: Math.floor(next() * head), limit: 1 });
    streams.push(event!.stream);
  }
  const step = () => async () => {
    const history = await store.readStream(streams[Math.floor(next() * STREAMS)]!);
    if (history.length === 0) throw new Error('a stream is gone');
  };
  await runFor(ROUND_ms / 2, READERS, step);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await runFor(ROUND_ms, READERS, step));
  return medianRound(rounds);
}
