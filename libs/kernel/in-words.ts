import { types } from 'node:util';

/** Where several addresses were tried, Node wraps their errors in one that says nothing; the first of them tells why. */
export function told(error: unknown): unknown {
  const { errors } = (types.isNativeError(error) ? error : {}) as { errors?: unknown };
  return Array.isArray(errors) && errors.length > 0 ? (errors[0] as unknown) : error;
}

/** What an error says, on one line and never empty. */
export function inWords(error: unknown): string {
  const said = told(error);
  if (!types.isNativeError(said)) return String(said);
  return said.message.replaceAll(/\s+/g, ' ').trim() || said.name;
}
