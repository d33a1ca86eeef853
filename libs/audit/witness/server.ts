import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer, Witness } from './witness';

const BODY_BYTES_MAX = 131_072;
const REQUEST_TIMEOUT_ms = 10_000;

/** The witness over HTTP: `POST /add-checkpoint`, and `GET /key` for who wants to trust it. */
export function witnessServer(
  witness: Witness,
  verifierKey: string,
  failed: (error: unknown) => void,
): Server {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { method, url } = request;
    if (method === 'GET' && url === '/key')
      return { status: 200, type: 'text/plain', body: `${verifierKey}\n` };
    if (url !== '/add-checkpoint') return { status: 404, type: 'text/plain', body: 'not found\n' };
    if (method !== 'POST') return { status: 405, type: 'text/plain', body: 'POST only\n' };
    const body = await readBody(request);
    if (body === undefined) return { status: 413, type: 'text/plain', body: 'too large\n' };
    return witness.addCheckpoint(body);
  };
  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request)
      .catch((error: unknown): Answer => {
        failed(error);
        return { status: 500, type: 'text/plain', body: 'the witness failed\n' };
      })
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body))
      .catch(failed);
  };
  return createServer({ requestTimeout: REQUEST_TIMEOUT_ms }, respond);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > BODY_BYTES_MAX) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
