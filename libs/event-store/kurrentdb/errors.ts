import type { AppendConsistencyViolationError, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../port';

/** This server cannot do what Huiyin needs of it; the message says which version can. */
export class UnsupportedServer extends Error {}

/** KURRENTDB_URL is not a connection string; its text is never repeated, because it may hold a password. */
export class BadConnectionString extends Error {}

/** The server answered, and would not: wrong password, a stream that was deleted by hand, a request too large for it. */
export class RefusedByServer extends Error {}

/** What may go away by itself, as the client and its read bridge name it. */
const PASSING = new Set(['unavailable', 'deadline-exceeded', 'timeout', 'cancelled', 'not-leader']);
/** gRPC's own codes for the same: CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNAVAILABLE. */
const PASSING_CODES = new Set([1, 4, 8, 10, 14]);

interface ClientError extends Error {
  type?: string;
  code?: number;
}

const isClientError = (error: unknown): error is ClientError =>
  error instanceof Error &&
  (typeof (error as ClientError).type === 'string' || typeof (error as ClientError).code === 'number');

/** As the client would name what its read bridge throws. */
const OF_BRIDGE: Readonly<Record<string, string>> = {
  StreamNotFoundError: 'stream-not-found',
  StreamDeletedError: 'stream-deleted',
  NotLeaderError: 'not-leader',
  AccessDeniedError: 'access-denied',
  UnavailableError: 'unavailable',
  DeadlineExceededError: 'deadline-exceeded',
};

export function asClientError(error: unknown): Error {
  const { name, message } = error as Error;
  return Object.assign(new Error(message, { cause: error }), { type: OF_BRIDGE[name] ?? 'unknown' });
}

export const isOfType = <Type extends string>(error: unknown, type: Type): boolean =>
  isClientError(error) && error.type === type;

/** One line of what the client says, without the empty ends that gRPC leaves. */
const inOneLine = (error: Error): string => {
  const text = error.message.replaceAll(/\s+/g, ' ').replace(/ ?Resolution note:? ?$/, '');
  return text.trim() || ((error as ClientError).type ?? error.name);
};

/** What the port promises: StoreUnavailable for what may pass; the rest in one line. */
export function translated(error: unknown): unknown {
  if (!isClientError(error)) return error;
  const { type, code } = error;
  if ((type !== undefined && PASSING.has(type)) || (code !== undefined && PASSING_CODES.has(code))) {
    return new StoreUnavailable(new Error(inOneLine(error), { cause: error }));
  }
  return new RefusedByServer(`KurrentDB: ${inOneLine(error)}`, { cause: error });
}

export async function reaching<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw translated(error);
  }
}

/** Streams that were not where they were expected; undefined for any other error. */
export function violations(
  error: unknown,
): { streamName: string; actualState: bigint | 'no_stream' }[] | undefined {
  if (isOfType(error, 'wrong-expected-version')) {
    const { streamName, actualState } = error as WrongExpectedVersionError;
    return [{ streamName, actualState: actualState as bigint | 'no_stream' }];
  }
  if (isOfType(error, 'append-consistency-violation')) {
    return (error as AppendConsistencyViolationError).violations.map(({ streamName, actualState }) => ({
      streamName,
      actualState: actualState as bigint | 'no_stream',
    }));
  }
  return undefined;
}
