import { StoreUnavailable } from '@huiyin/event-store/port';
import { QueueFull } from '@huiyin/kernel';
import { BrokerUnavailable } from './port';

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
/** PostgreSQL: connection exceptions, no room (disk, memory, connections), the server stopping or starting. */
const SQLSTATE = /^(08...|53...|57P0[123])$/;
/** What pg says without a code when its socket ends. */
const ENDED =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/;

/**
 * Whether nothing is wrong with the message itself, only something that all messages need is away: then it is waited
 * for, and no key is parked for it.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof StoreUnavailable || error instanceof QueueFull || error instanceof BrokerUnavailable)
    return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (CONNECTION_CODES.has(code) || SQLSTATE.test(code))) return true;
  return ENDED.test(error.message);
}
