import { createHmac, createSecretKey } from 'node:crypto';
import { DERIVED } from './derived-keys';
import type { MasterKey } from './master-key';

/** Crockford's base 32: no letter that is taken for another, or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTER_bits = 5;
/** 140 bits. */
const CODE_LETTERS = 28;
const GROUP_LETTERS = 4;
const HEX_bits = 4;
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
  const making = createSecretKey(await masterKey.derive(DERIVED.queryCode));
  const looking = createSecretKey(await masterKey.derive(DERIVED.queryCodeLookUp));
  return {
    codeFor: (commandId) => grouped(letters(createHmac('sha256', making).update(commandId).digest('hex'))),
    token(code) {
      const plain = normalise(code);
      return CODE.test(plain) ? createHmac('sha256', looking).update(plain).digest('base64url') : undefined;
    },
  };
}

function letters(hex: string): string {
  let bits = BigInt(`0x${hex.slice(0, (CODE_LETTERS * LETTER_bits) / HEX_bits)}`);
  let code = '';
  for (let letter = 0; letter < CODE_LETTERS; letter++) {
    code += ALPHABET[Number(bits % 32n)]!;
    bits /= 32n;
  }
  return code;
}

const grouped = (code: string): string => code.match(new RegExp(`.{${GROUP_LETTERS}}`, 'g'))!.join('-');

/** As people type it: any case, any separators, O for 0, I or L for 1; full-width forms too. */
const normalise = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
