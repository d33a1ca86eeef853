import { FILE_BYTES_MAX, FILE_TYPES } from '@huiyin/attachments';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiProblem, ProblemError } from '../problems/problem';

/** Below the server's root, as the router writes it. */
export const UPLOAD_ROUTE = '/api/v1/cases/:id/attachments';

/** Takes files as bodies, on the one route that files are sent to; JSON is read on every route. */
export function takeFiles(server: FastifyInstance): void {
  const limits = { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX } as const;
  server.addContentTypeParser([...FILE_TYPES], limits, (request: FastifyRequest, body, done) => {
    if (request.routeOptions.url === UPLOAD_ROUTE) done(null, body);
    else done(new ProblemError(apiProblem('unsupported-media-type')));
  });
  server.addContentTypeParser('*', ({ routeOptions }: FastifyRequest, _, done) => {
    const code = routeOptions.url === UPLOAD_ROUTE ? 'attachment-type' : 'unsupported-media-type';
    done(new ProblemError(apiProblem(code)));
  });
}
