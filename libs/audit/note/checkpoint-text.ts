import { HASH_BYTES } from '../merkle/hash';
import { fromBase64 } from './base64';

export interface CheckpointText {
  origin: string;
  size: bigint;
  root: Buffer;
  extensions: string[];
}

const SIZE = /^(0|[1-9][0-9]{0,19})$/;
const SIZE_MAX = 2n ** 64n - 1n;

/** C2SP tlog-checkpoint: origin, size, root, then any extension lines; none of them empty. Undefined for other text. */
export function readCheckpointText(text: string): CheckpointText | undefined {
  if (!text.endsWith('\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  const [origin, size, encoded, ...extensions] = lines;
  if (lines.includes('') || !origin || !size || !encoded) return undefined;
  const root = fromBase64(encoded);
  if (!SIZE.test(size) || BigInt(size) > SIZE_MAX || root?.length !== HASH_BYTES) return undefined;
  return { origin, size: BigInt(size), root, extensions };
}
