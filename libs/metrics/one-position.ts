import type { EntityManager } from 'typeorm';
import { METRIC_VIEWS } from './read';

/** The views stand at different positions, as while one is being rebuilt: try again later. */
export class ViewsApart extends Error {
  constructor() {
    super('the views are not at one position');
  }
}

/** The position of the log that all of them reflect, inside a snapshot of METRIC_VIEWS. Rejects with ViewsApart. */
export async function onePosition(manager: EntityManager): Promise<number> {
  const found = (await manager.query(
    'SELECT DISTINCT position FROM views.checkpoint WHERE live AND view = ANY ($1)',
    [METRIC_VIEWS],
  )) as { position: number }[];
  if (found.length !== 1) throw new ViewsApart();
  return found[0]!.position;
}

const KEPT_FROM = `SELECT DISTINCT unnest(kept_from) AS one FROM views.case_list WHERE kept_from <> '{}'`;

/** Whom some case is kept from: what goes out to all counts none of those cases. */
export const keptFromSome = async (manager: EntityManager): Promise<readonly string[]> =>
  ((await manager.query(KEPT_FROM)) as { one: string }[]).map(({ one }) => one);
