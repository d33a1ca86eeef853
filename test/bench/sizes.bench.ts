import { parseArgs } from 'node:util';
import { appending } from './append.bench';
import { deciding } from './decide.bench';
import { compareSizes } from './shared/compare-sizes';
import { READERS, readHistories } from './shared/read-rounds';

/** `sizes --events N`: what `append`, `read-stream` and `decide` with the same option show, on one filling of the log. */
export async function run(args: readonly string[]): Promise<void> {
  const options = { events: { type: 'string', default: '10000000' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await compareSizes(Number(values.events), {
    [`read-stream, ${READERS} readers`]: readHistories(),
    'decide: a case read, its duties computed': deciding,
    // The last: what it leaves to be written would weigh on the others.
    append: appending,
  });
}
