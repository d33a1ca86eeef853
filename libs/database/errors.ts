/** SQLSTATE classes and codes that say "the server is not there, or is going": worth trying again later. */
const GONE_CLASSES = ['08', '57P', '53'];
const QUERY_CANCELED = '57014';
const READ_ONLY = '25006';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);

/** Whether the same statement may succeed later without anything being changed: connection lost, server stopping. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  // What is no answer of the server (a socket error, the driver's own time-out) comes without an SQLSTATE.
  if (code === undefined || !isSqlState(code))
    return !(error instanceof TypeError || error instanceof RangeError);
  return (
    code === QUERY_CANCELED || code === READ_ONLY || GONE_CLASSES.some((prefix) => code.startsWith(prefix))
  );
}
