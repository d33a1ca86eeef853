import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { cosignedMessage, timestamped } from './cosignature';
import { COSIGNATURE, ED25519, formatVerifierKey, isKeyName, parseVerifierKey } from './key';
import { formatSignature } from './note';

/** A private key that signs note texts under a name. */
export interface Signer {
  name: string;
  /** `name+id+key`, as others need it to check. */
  verifierKey: string;
  /** The signature line, without a newline. */
  sign(text: string): string;
}

export const SEED_BYTES = 32;
/** PKCS #8 up to the seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function ed25519(seed: Uint8Array) {
  if (seed.length !== SEED_BYTES) throw new RangeError(`an Ed25519 seed has ${SEED_BYTES} bytes`);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { publicKey: spki.subarray(-SEED_BYTES), sign: (message: Uint8Array) => sign(null, message, key) };
}

/** Signs as a log does. Throws RangeError for a name or a seed that is none. */
export function createSigner(name: string, seed: Uint8Array): Signer {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`);
  const key = ed25519(seed);
  const verifierKey = formatVerifierKey(name, ED25519, key.publicKey);
  const { id } = parseVerifierKey(verifierKey);
  return { name, verifierKey, sign: (text) => formatSignature(name, id, key.sign(Buffer.from(text))) };
}

/** Signs as a witness does, with the time; `now_s` answers POSIX seconds. */
export function createCosigner(name: string, seed: Uint8Array, now_s: () => number): Signer {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`);
  const key = ed25519(seed);
  const verifierKey = formatVerifierKey(name, COSIGNATURE, key.publicKey);
  const { id } = parseVerifierKey(verifierKey);
  return {
    name,
    verifierKey,
    sign(text) {
      const time_s = BigInt(now_s());
      return formatSignature(name, id, timestamped(time_s, key.sign(cosignedMessage(time_s, text))));
    },
  };
}
