import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { invalid } from '../verdict';
import { checkVector } from './check';
import { readLines } from './lines';

/** One verdict a line, in the order of the input, for `huiyin audit-vector`. */
export async function runVectors(input: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  for await (const line of readLines(input)) {
    const verdict = 'text' in line ? checkVector(line.text) : invalid(line.problem);
    if (!output.write(`${JSON.stringify(verdict)}\n`)) await once(output, 'drain');
  }
}
