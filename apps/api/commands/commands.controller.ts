import { seesEverything, type CaseGuard } from '@huiyin/access';
import { caseGuardOf } from '@huiyin/runtime';
import type { CommandEnvelope } from '@huiyin/command-handler';
import { casesOf, streamOf } from '@huiyin/domain';
import { traced } from '@huiyin/kernel';
import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ViewsApart } from '@huiyin/metrics';
import { viewing, type Viewing } from '../access/viewing';
import { apiProblem, ProblemError } from '../problems/problem';
import type { ReadDeps } from '../queries/routes';
import { measuredFor } from '../targets/measured';
import { carriedOut, told, type Written } from './answer';
import { ExecuteCommand } from './execute-command';
import { openedBy } from './opened';
import { toEnvelope } from './request';
import { beginningRoute, findRoute, type CommandRoute } from './routes';

/** The petitioner gets a query code, shown in this answer and nowhere else. */
const WITH_CODE: readonly string[] = ['RegisterCase', 'ReissueQueryCode'];

/** How long a command waits for the views that its numbers are counted from. */
const MEASURED_WAIT_ms = 5_000;

@Controller('api/v1')
export class CommandsController {
  private readonly guard: CaseGuard;

  constructor(
    private readonly commands: CommandBus,
    @Inject('reads') private readonly deps: ReadDeps,
  ) {
    this.guard = caseGuardOf(deps.platform);
  }

  /** `POST /api/v1/cases`: begins one, with an id from the server. */
  @Post(':collection')
  begin(
    @Param('collection') collection: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.run(beginningRoute(collection), undefined, request, reply);
  }

  /** `POST /api/v1/cases/{id}/accept-case` */
  @Post(':collection/:id/:command')
  act(
    @Param('collection') collection: string,
    @Param('id') id: string,
    @Param('command') command: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.run(findRoute(collection, command), id, request, reply);
  }

  private async run(
    route: CommandRoute | undefined,
    id: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (!route) throw new ProblemError(apiProblem('unknown-command'));
    const seen = await viewing(this.deps.platform, request.headers);
    const envelope = toEnvelope(route, id, request, seen.viewer);
    await this.assertSeen(seen, route, envelope);
    const { queryCodes } = this.deps.platform.privacy;
    const queryCode = WITH_CODE.includes(route.type) ? queryCodes.codeFor(envelope.commandId) : undefined;
    const receipt = queryCode && queryCodes.token(queryCode);
    const measured = await this.measured(envelope);
    const attributes = { 'huiyin.stream': `${route.aggregate.name}-${envelope.id}` };
    const outcome = await traced(`command ${route.type}`, envelope.traceparent, attributes, (traceparent) =>
      this.commands.execute(new ExecuteCommand({ ...envelope, receipt, measured, traceparent })),
    );
    const written = carriedOut(outcome);
    const opened = route.type === 'ReadPersonal' ? await openedBy(this.deps.platform, envelope) : undefined;
    answer(route, { commandId: envelope.commandId, queryCode, opened }, written, reply);
  }

  /** What is counted for the command; the views have to show all that is in the log. */
  private async measured(envelope: CommandEnvelope): Promise<CommandEnvelope['measured']> {
    const { platform, views, feed } = this.deps;
    const { store, clock, timeZone } = platform;
    const shown = (position: number): Promise<boolean> => feed.waitFor(position, MEASURED_WAIT_ms);
    try {
      return await measuredFor({ store, views, clock, timeZone, shown }, envelope);
    } catch (error) {
      if (error instanceof ViewsApart)
        throw new ProblemError(apiProblem('view-behind'), { 'retry-after': '1' });
      throw error;
    }
  }

  /** Whoever must not see a case cannot act on it either, and is told what they are told of one that is not there. */
  private async assertSeen(
    { viewer, sight }: Viewing,
    { path, begins }: CommandRoute,
    { aggregate, id, type, data }: CommandEnvelope,
  ): Promise<void> {
    if (seesEverything(sight)) return;
    const { store } = this.deps.platform;
    const about = begins ? [] : await store.readStream(streamOf(aggregate, id), { limit: 1 });
    const referred = aggregate.refersTo?.({ type, data }, () => aggregate.initial) ?? [];
    const named = [data, ...about.map((event) => event.data)].flatMap(casesOf);
    const cases = [...named, ...(path === 'cases' && !begins ? [id] : []), ...referred];
    for (const caseId of cases) {
      if (await this.guard.maySeeCase(viewer, caseId)) continue;
      throw new ProblemError(apiProblem('not-found'));
    }
  }
}

function answer(
  route: CommandRoute,
  { commandId, ...shown }: { commandId: string; queryCode: string | undefined; opened: object | undefined },
  written: Written,
  reply: FastifyReply,
): void {
  const { headers, body } = told(written, commandId);
  const begun = route.begins && written.status !== 'unchanged' && written.revision === written.events - 1;
  void reply
    .status(begun ? 201 : 200)
    .headers({
      ...headers,
      'cache-control': 'no-store',
      ...(begun && { location: `/api/v1/${route.path}/${written.id}` }),
    })
    .send({ ...body, ...shown });
}
