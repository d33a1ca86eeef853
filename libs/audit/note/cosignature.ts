import { readCheckpointText } from './checkpoint-text';
import { COSIGNATURE, ED25519, ML_DSA_44_COSIGNATURE, type VerifierKey } from './key';
import { unreachable } from '@huiyin/kernel/never';

const TIME_BYTES = 8;
const TIME_MAX = 2n ** 63n - 1n;
const LABEL = Buffer.from('subtree/v1\n\0');

/** C2SP tlog-cosignature, Ed25519: what a witness signs at `time_s` (POSIX seconds). */
export const cosignedMessage = (time_s: bigint, text: string): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${time_s}\n${text}`);

export function timestamped(time_s: bigint, signature: Uint8Array): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES + signature.length);
  bytes.writeBigUInt64BE(time_s);
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

/** POSIX seconds of a timestamped signature. */
export const timeOf = (signature: Uint8Array): bigint => Buffer.from(signature).readBigUInt64BE(0);

/** The message that a key of this type signs for the text, and the bare signature; undefined where it cannot have. */
export function signedMessage(
  key: Pick<VerifierKey, 'type' | 'name'>,
  text: string,
  signature: Buffer,
): { message: Buffer; signature: Buffer } | undefined {
  if (key.type === ED25519) return { message: Buffer.from(text), signature };
  const checkpoint = readCheckpointText(text);
  if (signature.length <= TIME_BYTES || !checkpoint) return undefined;
  const time_s = timeOf(signature);
  if (time_s > TIME_MAX) return undefined;
  const bare = signature.subarray(TIME_BYTES);
  switch (key.type) {
    case COSIGNATURE:
      return { message: cosignedMessage(time_s, text), signature: bare };
    case ML_DSA_44_COSIGNATURE:
      return { message: subtreeMessage(key.name, time_s, checkpoint), signature: bare };
    default:
      return unreachable(key.type);
  }
}

function subtreeMessage(
  name: string,
  time_s: bigint,
  { origin, size, root }: { origin: string; size: bigint; root: Buffer },
): Buffer {
  const u64 = (value: bigint): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(value);
    return bytes;
  };
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  };
  return Buffer.concat([LABEL, text(name), u64(time_s), text(origin), u64(0n), u64(size), root]);
}
