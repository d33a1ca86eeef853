import type { Failure } from './port';

const MESSAGE_CHARS_MAX = 200;
const CODE_CHARS_MAX = 80;

/** Error texts quote their input, so whatever could be a name, a number or an address is taken out. */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: typeof error, message: '' };
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' || typeof code === 'number' ? ` ${code}` : '';
  return {
    code: redact(`${error.name}${known}`).slice(0, CODE_CHARS_MAX),
    message: redact(error.message).slice(0, MESSAGE_CHARS_MAX),
  };
}

/** A petitioner's query code, in groups or in one. */
const QUERY_CODE = /\b[0-9A-Z]{4}(?:[- ][0-9A-Z]{4}){6}\b|\b[0-9A-Z]{28}\b/gi;

const redact = (text: string): string =>
  text
    .replace(QUERY_CODE, '…')
    .replace(/"[^"]*"?|'[^']*'|`[^`]*`|“[^”]*”?|‘[^’]*’?|\([^)]*\)=\([^)]*\)/g, '"…"')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d -]{3,}[\dXx]/g, '#')
    .replace(/[^\p{ASCII}…]+/gu, '…');
