import { HASH_BYTES } from '../merkle/hash';
import { fromBase64 } from '../note/base64';

export interface AddCheckpoint {
  oldSize: number;
  proof: Buffer[];
  /** The checkpoint, signatures and all. */
  note: string;
}

/** The body is not of the form that tlog-witness asks for. */
export class BadRequest extends Error {}

const PROOF_LINES_MAX = 63;
const OLD = /^old (0|[1-9][0-9]{0,15})$/;

export function parseAddCheckpoint(body: string): AddCheckpoint {
  const blank = body.indexOf('\n\n');
  if (blank < 0) throw new BadRequest('no empty line before the checkpoint');
  const [first = '', ...lines] = body.slice(0, blank).split('\n');
  const size = OLD.exec(first)?.[1];
  const oldSize = Number(size);
  if (size === undefined || !Number.isSafeInteger(oldSize))
    throw new BadRequest('the first line is not "old <size>"');
  if (lines.length > PROOF_LINES_MAX) throw new BadRequest(`more than ${PROOF_LINES_MAX} proof lines`);
  const proof = lines.map((line, at) => {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) throw new BadRequest(`proof line ${at + 1} is not a hash in base64`);
    return hash;
  });
  return { oldSize, proof, note: body.slice(blank + 2) };
}
