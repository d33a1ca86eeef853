import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReadAnswer, ReadContext, ReadRoute } from './routes';

/** One message for every question: which read it is, is data. */
export class RunQuery extends Query<ReadAnswer | undefined> {
  constructor(
    readonly route: ReadRoute,
    readonly params: Readonly<Record<string, string>>,
    readonly query: unknown,
    readonly context: ReadContext,
  ) {
    super();
  }
}

@QueryHandler(RunQuery)
export class RunQueryHandler implements IQueryHandler<RunQuery> {
  execute({ route, params, query, context }: RunQuery): Promise<ReadAnswer | undefined> {
    return route.run(context, params, query as never);
  }
}
