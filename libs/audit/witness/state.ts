import path from 'node:path';
import { readIfThere, writeAtomically } from '../evidence/files';
import { sha256 } from '../merkle/hash';
import { parseCheckpointText, type Checkpoint } from '../note/checkpoint';

/** The newest checkpoint that the witness cosigned, for each log. */
export interface WitnessState {
  read(origin: string): Promise<Checkpoint | undefined>;
  /** On the disk when it resolves. */
  write(origin: string, text: string): Promise<void>;
}

/** One file for each origin, named by its hash: an origin may hold any character. */
export function witnessFolder(folder: string): WitnessState {
  const file = (origin: string): string => path.join(folder, `${sha256(origin).toString('hex')}.checkpoint`);
  return {
    async read(origin) {
      const text = await readIfThere(file(origin));
      if (text === undefined) return undefined;
      const checkpoint = parseCheckpointText(text);
      if (checkpoint.origin !== origin) throw new Error(`${file(origin)} holds another log's checkpoint`);
      return checkpoint;
    },
    write: (origin, text) => writeAtomically(file(origin), text),
  };
}
