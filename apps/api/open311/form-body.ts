import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM = 'application/x-www-form-urlencoded';
const UNSUPPORTED = Object.assign(new Error('unsupported media type'), { statusCode: 415 });

export const isOpen311 = ({ url }: FastifyRequest): boolean => url.startsWith('/open311/');

/** Forms are read as text under `/open311/`; everywhere else a body is JSON, as before. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
    if (isOpen311(request)) done(null, body);
    else done(UNSUPPORTED, undefined);
  });
}
