import { sameHash } from '../merkle/hash';
import { verifyConsistency } from '../merkle/verify';
import { parseCheckpointText, type Checkpoint } from '../note/checkpoint';
import type { VerifierKey } from '../note/key';
import { BadNote, openNote, parseNote } from '../note/note';
import type { Signer } from '../note/signer';
import { BadRequest, parseAddCheckpoint, type AddCheckpoint } from './request';
import type { WitnessState } from './state';

/** A log that the witness follows; more than one key while a key is rotated. */
export interface WitnessedLog {
  origin: string;
  keys: readonly VerifierKey[];
}

export interface Answer {
  status: number;
  type: string;
  body: string;
}

export interface Witness {
  addCheckpoint(body: string): Promise<Answer>;
}

const PLAIN = 'text/plain; charset=utf-8';
const said = (status: number, body: string, type = PLAIN): Answer => ({ status, type, body: `${body}\n` });

/**
 * C2SP tlog-witness: cosigns a checkpoint only when it has grown from the last one cosigned, and only once that one is
 * on the disk. One request at a time for a log: what is compared is what is replaced.
 */
export function createWitness(logs: readonly WitnessedLog[], state: WitnessState, cosigner: Signer): Witness {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <Result>(origin: string, work: () => Promise<Result>): Promise<Result> => {
    const turn = (turns.get(origin) ?? Promise.resolve()).then(work, work);
    turns.set(origin, turn);
    return turn;
  };
  return {
    async addCheckpoint(body) {
      try {
        const request = parseAddCheckpoint(body);
        const checkpoint = parseCheckpointText(parseNote(request.note).text);
        const log = logs.find(({ origin }) => origin === checkpoint.origin);
        if (!log) return said(404, 'this log is not followed here');
        if (!isSigned(request.note, log))
          return said(403, 'no signature of a key that is trusted for this log');
        if (request.oldSize > checkpoint.size) return said(400, 'the old size is larger than the checkpoint');
        return await inTurn(log.origin, () => judge(request, checkpoint, state, cosigner));
      } catch (error) {
        if (error instanceof BadRequest || error instanceof BadNote) return said(400, error.message);
        throw error;
      }
    },
  };
}

function isSigned(note: string, { keys }: WitnessedLog): boolean {
  try {
    return openNote(note, keys).verified.length > 0;
  } catch (error) {
    if (error instanceof BadNote) return false;
    throw error;
  }
}

async function judge(
  { oldSize, proof, note }: AddCheckpoint,
  checkpoint: Checkpoint,
  state: WitnessState,
  cosigner: Signer,
): Promise<Answer> {
  const last = await state.read(checkpoint.origin);
  const held = last?.size ?? 0;
  if (oldSize !== held) return said(409, String(held), 'text/x.tlog.size');
  if (last && last.size === checkpoint.size && !sameHash(last.root, checkpoint.root))
    return said(409, 'another root was cosigned at this size');
  if (held === 0 && proof.length > 0) return said(422, 'a proof from size 0 must be empty');
  if (last && held > 0) {
    const verdict = verifyConsistency({
      size1: BigInt(last.size),
      root1: last.root,
      size2: BigInt(checkpoint.size),
      root2: checkpoint.root,
      proof,
    });
    if (!verdict.valid) return said(422, verdict.reason);
  }
  const { text } = parseNote(note);
  await state.write(checkpoint.origin, text);
  return said(200, cosigner.sign(text));
}
