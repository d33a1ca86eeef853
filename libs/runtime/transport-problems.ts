import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';

/** Requests that end before any route sees them; the API explains the codes at `/problems/{code}`. */
export const TRANSPORT_PROBLEMS = {
  'malformed-address': { status: 400, title: 'The address is not a valid URL.' },
  'address-too-long': { status: 414, title: 'A part of the address is too long.' },
  'malformed-request': { status: 400, title: 'The request is not valid HTTP.' },
  'headers-too-large': { status: 431, title: 'The header fields are too large together.' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time.' },
} as const;

type Code = keyof typeof TRANSPORT_PROBLEMS;

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

const problem = (code: Code): string => {
  const { status, title } = TRANSPORT_PROBLEMS[code];
  return JSON.stringify({ type: `/problems/${code}`, title, status, code });
};

/** Decorator of a server with a part that answers in another form: whether it has answered this request. */
export const BAD_ADDRESS_IN_OWN_FORM = 'badAddressInOwnForm';
export type BadAddressInOwnForm = (request: FastifyRequest, reply: FastifyReply, problem: string) => boolean;

/** An address that the router could not take apart: no route, hook or filter sees it. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const code = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'malformed-address';
  const { server } = request;
  const inOwnForm =
    server.hasDecorator(BAD_ADDRESS_IN_OWN_FORM) &&
    server.getDecorator<BadAddressInOwnForm>(BAD_ADDRESS_IN_OWN_FORM);
  if (inOwnForm && inOwnForm(request, reply, TRANSPORT_PROBLEMS[code].title)) return;
  void reply.code(TRANSPORT_PROBLEMS[code].status).type(CONTENT_TYPE).send(problem(code));
}

/** What Node could not read as a request: there is only the socket to answer on. */
export function answerBadRequest({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const known = codeOf(code);
  const body = problem(known);
  const head = [
    `HTTP/1.1 ${TRANSPORT_PROBLEMS[known].status} ${known}`,
    `content-type: ${CONTENT_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function codeOf(code: string | undefined): Code {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'malformed-request';
}
