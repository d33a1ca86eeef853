import { StoreUnavailable } from '@huiyin/event-store';
import { QueueFull, type Log } from '@huiyin/kernel';
import { KeyServiceUnavailable } from '@huiyin/privacy';
import { describeFailure } from '@huiyin/messaging/failure';
import {
  BadRequestException,
  Catch,
  HttpException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from '../open311/answer';
import { fromProblem, Open311Error } from '../open311/errors';
import { isOpen311 } from '../open311/form-body';
import { languageOf } from './language';
import {
  apiProblem,
  inReadersLanguage,
  PROBLEM_PATH,
  ProblemError,
  refusalProblem,
  Refused,
  type Problem,
} from './problem';

const RETRY_AFTER_s = '1';
/** After an upgrade a view lacks its new columns until it has been filled anew. */
const UNDEFINED_COLUMN = '42703';

/** Every error leaves as problem+json, under `/open311/` in that specification's own form; what is not foreseen is logged by its kind and answered as `internal`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { problem, headers } = toProblem(error);
    if (problem.status === 500 && !(error instanceof Open311Error)) {
      this.log.error(
        {
          failure: describeFailure(error),
          frames: framesOf(error),
          correlationId: request.id,
          route: request.routeOptions.url,
        },
        'request failed',
      );
    }
    if (isOpen311(request)) return sendError(request, reply.headers(headers), open311Error(error, problem));
    const language = languageOf(request.headers['accept-language']);
    void reply
      .status(problem.status)
      .headers({ ...headers, vary: 'Accept-Language', 'content-language': language })
      .type('application/problem+json')
      .send(
        error instanceof Refused
          ? refusalProblem(error.refusal, language)
          : inReadersLanguage(problem, language),
      );
  }
}

const open311Error = (error: unknown, problem: Problem): Open311Error =>
  error instanceof Open311Error ? error : fromProblem(problem);

/** Where it broke. The texts of an error stay out of the log: they may quote what somebody wrote. */
const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

interface Answer {
  problem: Problem;
  headers: Readonly<Record<string, string>>;
}

export function toProblem(error: unknown): Answer {
  const retry = { 'retry-after': RETRY_AFTER_s };
  if (error instanceof ProblemError) return error;
  const own = ownProblem(error);
  if (own) return { problem: own, headers: {} };
  if (error instanceof QueueFull) return { problem: apiProblem('too-busy'), headers: retry };
  if (
    error instanceof StoreUnavailable ||
    error instanceof KeyServiceUnavailable ||
    isConnectionError(error)
  ) {
    return { problem: apiProblem('store-unavailable'), headers: retry };
  }
  if (codeOf(error) === UNDEFINED_COLUMN) return { problem: apiProblem('view-behind'), headers: retry };
  if (error instanceof BadRequestException) {
    return { problem: apiProblem('invalid-request', error.message), headers: {} };
  }
  return { problem: fromStatus(statusOf(error), codeOf(error)), headers: {} };
}

/** What another part of the process has said as a problem already. */
function ownProblem(error: unknown): Problem | undefined {
  if (!(error instanceof HttpException)) return undefined;
  const said = error.getResponse() as Partial<Problem>;
  const isProblem = typeof said === 'object' && said.type?.startsWith(PROBLEM_PATH) === true;
  return isProblem ? (said as Problem) : undefined;
}

function fromStatus(status: number, code: string | undefined): Problem {
  switch (status) {
    case 429:
      return apiProblem('too-many-requests');
    case 404:
      return apiProblem('not-found');
    case 413:
      return apiProblem('body-too-large');
    case 415:
      return apiProblem('unsupported-media-type');
    case 400:
      return apiProblem(
        code === undefined || code.startsWith('FST_ERR_CTP_') ? 'malformed-body' : 'invalid-request',
      );
    default:
      return apiProblem('internal');
  }
}

const statusOf = (error: unknown): number =>
  error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 500);

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
]);

const isConnectionError = (error: unknown): boolean =>
  CONNECTION_CODES.has(String((error as { code?: unknown }).code)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message));
