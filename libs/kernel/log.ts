import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured logs on stderr. Callers pass ids, codes and counts, never what a person said or is called. */
export function createLog(name: string, level = process.env['LOG_LEVEL'] ?? 'info'): Log {
  return pino({ name, level, base: { app: name } }, pino.destination({ dest: 2, sync: false }));
}

export const silentLog: Log = pino({ level: 'silent' });
