import { DERIVED } from './derived-keys';
import { hmacSha256 } from './hmac';
import type { MasterKey } from './master-key';

/** Crockford's base 32: no letter that is taken for another, or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 140 bits. */
const CODE_LETTERS = 28;
const GROUP_LETTERS = 4;
const CODE = new RegExp(`^[${ALPHABET}]{${CODE_LETTERS}}$`);

/** The code by which a petitioner asks after a matter. */
export interface QueryCodes {
  /**
   * The code for what a command did: it cannot be told without the master key, and the same command sent again is
   * answered with the same code, so that nobody has to keep it.
   */
  codeFor(commandId: string): string;
  /** What is stored in its place, a keyed HMAC-SHA-256; undefined for a text that is no code. */
  token(code: string): string | undefined;
}

export async function queryCodes(masterKey: MasterKey): Promise<QueryCodes> {
  const making = hmacSha256(await masterKey.derive(DERIVED.queryCode));
  const looking = hmacSha256(await masterKey.derive(DERIVED.queryCodeLookUp));
  return {
    codeFor: (commandId) => written(making(commandId, 'binary')),
    token(code) {
      // As it is written here, and almost always typed.
      const letters = code.replaceAll('-', '');
      const plain = CODE.test(letters) ? letters : normalise(code);
      return CODE.test(plain) ? looking(plain, 'base64url') : undefined;
    },
  };
}

/** A letter from five bits of each byte, in groups. */
function written(bytes: string): string {
  let code = '';
  for (let letter = 0; letter < CODE_LETTERS; letter++) {
    if (letter > 0 && letter % GROUP_LETTERS === 0) code += '-';
    code += ALPHABET[bytes.charCodeAt(letter) % ALPHABET.length]!;
  }
  return code;
}

/** As people type it: any case, any separators, O for 0, I or L for 1; full-width forms too. */
const normalise = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
