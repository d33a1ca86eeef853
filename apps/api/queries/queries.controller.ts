import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { apiProblem, ProblemError } from '../problems/problem';
import type { CaseGuard } from '@huiyin/access';
import { caseGuardOf } from '@huiyin/runtime';
import { wholeNumberOf } from '@huiyin/runtime/in-digits';
import { viewing } from '../access/viewing';
import { matchRead, type ReadAnswer, type ReadContext, type ReadDeps } from './routes';
import { RunQuery } from './run-query';

/** How long a reader waits for its own write to show. */
const AFTER_WAIT_ms = 5_000;
const RETRY_AFTER_s = '1';

@Controller('api/v1')
export class QueriesController {
  private readonly guard: CaseGuard;

  constructor(
    private readonly queries: QueryBus,
    @Inject('reads') private readonly deps: ReadDeps,
  ) {
    this.guard = caseGuardOf(deps.platform);
  }

  @Get('*')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { pathname } = new URL(request.url, 'http://api');
    const matched = matchRead(pathname.slice('/api/v1'.length));
    if (!matched) throw new ProblemError(apiProblem('not-found'));
    const context = await this.contextOf(request);
    const { after, ...given } = request.query as Record<string, unknown>;
    await this.waitFor(after);
    const query = parse(matched.route.query, given);
    const answer = await this.queries.execute(new RunQuery(matched.route, matched.params, query, context));
    if (!answer) throw new ProblemError(apiProblem('not-found'));
    send(reply, answer);
  }

  private async contextOf({ headers }: FastifyRequest): Promise<ReadContext> {
    const seen = await viewing(this.deps.platform, headers);
    return { ...this.deps, ...seen, guard: this.guard };
  }

  /** `after=position` asks to see one's own write. */
  private async waitFor(after: unknown): Promise<void> {
    if (after === undefined) return;
    const position = wholeNumberOf(after);
    if (!Number.isSafeInteger(position) || position < 0) {
      throw new ProblemError(apiProblem('invalid-request', 'after must be a Huiyin-Position'));
    }
    if (await this.deps.feed.waitFor(position, AFTER_WAIT_ms)) return;
    throw new ProblemError(apiProblem('view-behind'), { 'retry-after': RETRY_AFTER_s });
  }
}

function parse(schema: ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    parameter: path.map(String).join('.'),
    message,
  }));
  const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join('; ');
  throw new ProblemError(apiProblem('invalid-request', detail, { errors }));
}

function send(reply: FastifyReply, { position, body, revision, headers }: ReadAnswer): void {
  void reply
    .headers({
      'huiyin-position': String(position),
      'cache-control': 'no-store',
      ...(revision !== undefined && { etag: `"${revision}"` }),
      ...headers,
    })
    .send(body);
}
