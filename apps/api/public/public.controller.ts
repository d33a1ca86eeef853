import { aggregates, streamOf, type RefusalCode } from '@huiyin/domain';
import { deterministicId } from '@huiyin/kernel';
import type { Text } from '@huiyin/policy';
import { caseOfReceipt, findOffice } from '@huiyin/read-models';
import type { StoredEvent } from '@huiyin/event-store';
import type { Executed } from '@huiyin/command-handler';
import { Controller, Get, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { carriedOut } from '../commands/answer';
import { header } from '../commands/request';
import { apiProblem, ProblemError } from '../problems/problem';
import type { ReadDeps } from '../queries/routes';
import { progressOf, type Progress } from './progress';
import { PUBLIC_ACTIONS, type PublicAction } from './routes';

/** In a header, never in the address: addresses end up in logs and histories. */
export const CODE_HEADER = 'huiyin-query-code';
const ACTOR = 'petitioner';
/** How long a code that is not known yet is waited for. */
const SHOWN_WAIT_ms = 2_000;
/** The case is past this command of an action: the next one is tried. */
const FOR_THE_NEXT: readonly RefusalCode[] = ['wrong-state', 'reviewed-already'];

/** The keyed hash of the query code that works now. */
const receiptOf = (history: readonly StoredEvent[]): string | undefined =>
  history
    .flatMap(({ type, data }) =>
      GIVES_CODE.includes(type) ? ((data as { receipt?: string }).receipt ?? []) : [],
    )
    .at(-1);
const GIVES_CODE: readonly string[] = ['CaseRegistered', 'QueryCodeReissued'];

/** What a petitioner sees and does by query code. A wrong code, and no code, are answered all the same. */
@Controller('public/v1/case')
@UseGuards(ThrottlerGuard)
export class PublicController {
  constructor(@Inject('reads') private readonly deps: ReadDeps) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { history } = await this.caseOf(request);
    void reply.header('cache-control', 'no-store').send(await this.progress(history));
  }

  @Post(':action')
  async act(
    @Param('action') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await this.caseOf(request);
    const action = PUBLIC_ACTIONS.find((one) => one.slug === slug);
    if (!action) throw new ProblemError(apiProblem('not-found'));
    carriedOut(await this.give(action, id, request));
    const after = await this.deps.platform.store.readStream(streamOf(aggregates.cases, id));
    void reply
      .status(200)
      .header('cache-control', 'no-store')
      .send(await this.progress(after));
  }

  private async caseOf(request: FastifyRequest): Promise<{ id: string; history: readonly StoredEvent[] }> {
    const { privacy, store } = this.deps.platform;
    if (Object.keys(request.query as object).length > 0) throw new ProblemError(apiProblem('not-found'));
    const code = request.headers[CODE_HEADER];
    const receipt = typeof code === 'string' ? privacy.queryCodes.token(code) : undefined;
    const id = receipt && (await this.findCase(receipt));
    if (id === undefined) throw new ProblemError(apiProblem('not-found'));
    const history = await store.readStream(streamOf(aggregates.cases, id));
    // The view may be behind: a code that another one took the place of stops working at once.
    if (receiptOf(history) !== receipt) throw new ProblemError(apiProblem('not-found'));
    return { id, history };
  }

  /** Whoever has just been given a code finds their case: what the view does not know is looked for when it is up to date. */
  private async findCase(receipt: string): Promise<string | undefined> {
    const { views, feed, platform } = this.deps;
    const { result: known } = await caseOfReceipt(views, receipt);
    if (known !== undefined) return known;
    if (!(await feed.waitFor(await platform.store.head(), SHOWN_WAIT_ms))) return undefined;
    return (await caseOfReceipt(views, receipt)).result;
  }

  /** The first of the action's commands that the case takes in its present state. */
  private async give(action: PublicAction, id: string, request: FastifyRequest): Promise<Executed> {
    const key = header(request, 'idempotency-key');
    if (key === undefined) throw new ProblemError(apiProblem('idempotency-key-missing'));
    const given = action.form.safeParse(request.body ?? {});
    if (!given.success) {
      const detail = given.error.issues
        .map(({ path, message }) => `/${path.join('/')}: ${message}`)
        .join('; ');
      throw new ProblemError(apiProblem('invalid-request', detail));
    }
    let outcome: Executed | undefined;
    for (const type of action.commands) {
      outcome = await this.deps.platform.execute({
        aggregate: aggregates.cases,
        id,
        type,
        data: aggregates.cases.commands[type]!.parse(action.data(given.data)),
        commandId: deterministicId('public', id, key),
        actor: ACTOR,
        requestHash: hash('sha256', JSON.stringify([action.slug, given.data]), 'base64url'),
      });
      if (outcome.status !== 'refused' || !FOR_THE_NEXT.includes(outcome.refusal.code)) break;
    }
    return outcome!;
  }

  private async progress(history: readonly StoredEvent[]): Promise<Progress> {
    const { rules, clock } = this.deps.platform;
    const names = await this.namesIn(history);
    return progressOf({
      history,
      rules: rules.current(),
      now: clock.now().toISOString(),
      nameOf: (office) => names.get(office) ?? { zh: office, en: office },
    });
  }

  private async namesIn(history: readonly StoredEvent[]): Promise<ReadonlyMap<string, Text>> {
    const named = history.flatMap(({ data }) => {
      const { by, receiver, to, office, overseer } = data as Readonly<Record<string, unknown>>;
      return [by, receiver, to, office, overseer].filter((one) => typeof one === 'string');
    });
    const found = await Promise.all(
      [...new Set(named)].map(async (id) => (await findOffice(this.deps.views, id)).result),
    );
    return new Map(
      found.flatMap((office) =>
        office ? [[office.id, { zh: office.nameZh, en: office.nameEn }] as const] : [],
      ),
    );
  }
}
