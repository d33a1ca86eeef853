import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { invalid, type Verdict } from '../verdict';
import { checkVector } from './check';
import { readLines } from './lines';

/** A mistake of this program spoils one verdict, not those after it. */
function judge(line: string): Verdict {
  try {
    return checkVector(line);
  } catch (error) {
    return invalid(`it cannot be judged: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

/** One verdict a line, in the order of the input, for `huiyin audit-vector`. */
export async function runVectors(input: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  for await (const line of readLines(input)) {
    const verdict = 'text' in line ? judge(line.text) : invalid(line.problem);
    if (!output.write(`${JSON.stringify(verdict)}\n`)) await once(output, 'drain');
  }
}
