import path from 'node:path';
import { readIfThere, writeAtomically } from '../evidence/files';
import { sha256 } from '../merkle/hash';
import { inWords } from '@huiyin/kernel/in-words';
import { parseCheckpointText, type Checkpoint } from '../note/checkpoint';

/** The newest checkpoint that the witness cosigned, for each log. */
export interface WitnessState {
  read(origin: string): Promise<Checkpoint | undefined>;
  /** On the disk when it resolves. */
  write(origin: string, text: string): Promise<void>;
}

/** What was cosigned last is not known any more: nothing is cosigned until a person has looked. */
export class StateUnusable extends Error {
  constructor(file: string, why: string) {
    super(`${file} cannot be used: ${why}`);
  }
}

function held(text: string, file: string): Checkpoint {
  try {
    return parseCheckpointText(text);
  } catch (error) {
    throw new StateUnusable(file, inWords(error));
  }
}

/** One file for each origin, named by its hash: an origin may hold any character. */
export function witnessFolder(folder: string): WitnessState {
  const file = (origin: string): string => path.join(folder, `${sha256(origin).toString('hex')}.checkpoint`);
  return {
    async read(origin) {
      const text = await readIfThere(file(origin));
      if (text === undefined) return undefined;
      const checkpoint = held(text, file(origin));
      if (checkpoint.origin !== origin)
        throw new StateUnusable(file(origin), "it holds another log's checkpoint");
      return checkpoint;
    },
    write: (origin, text) => writeAtomically(file(origin), text),
  };
}
