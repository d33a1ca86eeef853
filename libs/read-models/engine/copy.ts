import type { PoolClient } from 'pg';

/** Text sent in one message of the protocol. */
const CHUNK_chars = 256 * 1024;

interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * `COPY … FROM STDIN`, the fastest way into a table; pg knows the messages but has no statement for it. Rejects with
 * the server's error.
 */
export function copyIn(client: PoolClient, statement: string, lines: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const query = {
      /** Set by pg, which waits for it with the pool's time limit. */
      callback: undefined as (() => void) | undefined,
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse: (wire: Wire) => send(wire, lines),
      handleCommandComplete: () => undefined,
      handleReadyForQuery() {
        query.callback?.();
        if (failure === undefined) resolve();
        else reject(failure as Error);
      },
      handleError(error: unknown) {
        failure ??= error;
        query.callback?.();
        // After a server's error comes "ready for query"; after a broken connection nothing comes.
        reject(error as Error);
      },
    };
    client.query(query as never);
  });
}

function send(wire: Wire, lines: Iterable<string>): void {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_chars) continue;
    wire.sendCopyFromChunk(Buffer.from(chunk));
    chunk = '';
  }
  if (chunk !== '') wire.sendCopyFromChunk(Buffer.from(chunk));
  wire.endCopyFrom();
}
