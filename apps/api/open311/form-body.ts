import { BAD_ADDRESS_IN_OWN_FORM, type BadAddressInOwnForm } from '@huiyin/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendError } from './answer';
import { Open311Error } from './errors';

const FORM = 'application/x-www-form-urlencoded';
const UNSUPPORTED = Object.assign(new Error('unsupported media type'), { statusCode: 415 });

export const isOpen311 = ({ url }: FastifyRequest): boolean => url.startsWith('/open311/');

/** A bad address under `/open311/` is answered in that specification's form too. */
export function answerInItsForm(server: FastifyInstance): void {
  const answer: BadAddressInOwnForm = (request, reply, problem) => {
    if (!isOpen311(request)) return false;
    sendError(request, reply, new Open311Error(400, problem));
    return true;
  };
  server.decorate(BAD_ADDRESS_IN_OWN_FORM, answer);
}

/** Forms are read as text under `/open311/`; everywhere else a body is JSON, as before. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
    if (isOpen311(request)) done(null, body);
    else done(UNSUPPORTED, undefined);
  });
}
