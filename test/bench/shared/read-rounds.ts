import type { EventStore, StoredEvent } from '@huiyin/event-store';
import { createRandom } from '@huiyin/kernel';
import { runFor } from './run-for';
import { medianRound, type Round } from './stats';

export const READERS = 16;
const ROUNDS = 3;
const ROUND_ms = 3_000;
const STREAMS = 5_000;
const SEED = 11;

/** Reads whole histories of cases from all over the log, and does something with each. */
export async function readRounds(
  store: EventStore,
  use: (history: readonly StoredEvent[]) => unknown = () => undefined,
): Promise<Round> {
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
    use(history);
  };
  await runFor(ROUND_ms / 2, READERS, step);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await runFor(ROUND_ms, READERS, step));
  return medianRound(rounds);
}
