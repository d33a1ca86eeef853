import pino, { type Logger } from 'pino';

export type Log = Logger;

const STDERR = 2;

/**
 * Structured logs on stderr. Callers pass ids, codes and counts, never what a person said or is called.
 * Each line is written at once: lines kept for later are written as the process ends, and where nobody reads them any
 * more the destination tries that for ever.
 */
export function createLog(name: string, level = process.env['LOG_LEVEL'] ?? 'info'): Log {
  return pino({ name, level, base: { app: name } }, pino.destination({ dest: STDERR, sync: true }));
}

export const silentLog: Log = pino({ level: 'silent' });
