import { consistencyProof, type NodeReader } from '../merkle/tree';
import type { Checkpoint } from '../note/checkpoint';
import { parseVerifierKey } from '../note/key';
import { BadNote, formatNote, openNote, parseNote } from '../note/note';

/** One witness: where it is, and the key that its cosignatures must be of. */
export interface WitnessAddress {
  url: string;
  verifierKey: string;
}

export class WitnessRefused extends Error {
  constructor(
    url: string,
    readonly status: number,
    why: string,
  ) {
    super(`witness ${url} answered ${status}: ${why}`);
  }
}

const ANSWER_TIMEOUT_ms = 10_000;
const ANSWER_CHARS_MAX = 65_536;
const SIZE_TYPE = 'text/x.tlog.size';
const OK = 200;
const CONFLICT = 409;

export const requestBody = (oldSize: number, proof: readonly Uint8Array[], note: string): string =>
  `old ${oldSize}\n${proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')}\n${note}`;

async function post(
  { url }: WitnessAddress,
  oldSize: number,
  { size }: Checkpoint,
  note: string,
  node: NodeReader,
) {
  const proof = oldSize === 0 ? [] : await consistencyProof(oldSize, size, node);
  const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: requestBody(oldSize, proof, note),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_ms),
  });
  const answer = (await response.text()).slice(0, ANSWER_CHARS_MAX);
  return { status: response.status, type: response.headers.get('content-type') ?? '', answer };
}

/**
 * C2SP tlog-witness add-checkpoint: answers the note with the witness's cosignature added. `oldSize`: what the witness
 * is thought to have; where it has another size it says so, and is asked once more. Rejects with WitnessRefused.
 */
export async function cosign(
  witness: WitnessAddress,
  checkpoint: Checkpoint,
  note: string,
  node: NodeReader,
  oldSize = 0,
): Promise<string> {
  let got = await post(witness, oldSize, checkpoint, note, node);
  if (got.status === CONFLICT && got.type.startsWith(SIZE_TYPE)) {
    const held = Number(got.answer);
    if (!/^(0|[1-9]\d*)\n$/.test(got.answer) || held > checkpoint.size)
      throw new WitnessRefused(
        witness.url,
        CONFLICT,
        `it has seen ${held} events, this is ${checkpoint.size}`,
      );
    got = await post(witness, held, checkpoint, note, node);
  }
  if (got.status !== OK) throw new WitnessRefused(witness.url, got.status, got.answer.trim().slice(0, 200));
  return withCosignature(witness, note, got.answer);
}

/** Only lines of the witness's own key are taken over, and only when they are right. */
function withCosignature(witness: WitnessAddress, note: string, answer: string): string {
  const { text, signatures } = parseNote(note);
  try {
    const { verified } = openNote(`${text}\n${answer}`, [parseVerifierKey(witness.verifierKey)]);
    const lines = [...signatures, ...verified.map(({ signature }) => signature)].map(({ line }) => line);
    return formatNote(text, lines);
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw new WitnessRefused(witness.url, OK, `its cosignature is wrong: ${error.message}`);
  }
}
