import { parseArgs } from 'node:util';
import { compareSizes } from './shared/compare-sizes';
import { READERS, readHistories } from './shared/read-rounds';

/** `read-stream --events N`: whole histories of cases from all over the log, on a large log against a small one. */
export async function run(args: readonly string[]): Promise<void> {
  const options = { events: { type: 'string', default: '1000000' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await compareSizes(Number(values.events), {
    [`read-stream, ${READERS} readers`]: readHistories(),
  });
}
