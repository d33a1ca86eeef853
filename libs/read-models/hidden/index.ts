import { seesEverything, type Sight } from '@huiyin/access';
import type { LogEvent } from '../engine/view';
import { atPosition, type Answer } from '../page';
import { keptFrom } from '../seen';
import type { DataSource } from 'typeorm';

/** What a sum holds of cases that the viewer must not see: an event as the timeline keeps it, and its local day. */
export interface HiddenEvent {
  event: LogEvent;
  day: string;
}

const HIDDEN = `SELECT type, summary AS data, to_char(day, 'YYYY-MM-DD') AS day FROM views.case_timeline
  WHERE position <= $2 AND case_id IN
    (SELECT id FROM views.case_list WHERE kept_from <> '{}' AND kept_from && $1::text[])`;

type Row = Pick<LogEvent, 'type' | 'data'> & { day: string };

/** Resolves when every view has reached a position; false: it has taken too long. */
export type Reaching = (position: number) => Promise<boolean>;

/** Sums whose parts cannot be told apart yet: nothing is answered rather than too much. */
export class SumsBehind extends Error {}

/**
 * Sums are kept for the whole city. For a viewer who must not see some cases, what those brought in is taken out again:
 * few cases accuse an office, and all that happened to them is in the timeline. Throws SumsBehind.
 */
export async function withoutHidden<Result>(
  source: DataSource,
  { position, result }: Answer<Result>,
  sight: Sight,
  reaching: Reaching,
  subtract: (result: Result, hidden: readonly HiddenEvent[]) => Result,
): Promise<Answer<Result>> {
  if (seesEverything(sight)) return { position, result };
  // Every event that is in the sum has to be in the timeline, and every accusation of it in the list.
  if (sight.of === 'nothing' || !(await reaching(position))) throw new SumsBehind();
  const views = ['case-list', 'case-timeline'];
  const { result: rows } = await atPosition(
    source,
    views,
    (manager) => manager.query(HIDDEN, [keptFrom(sight), position]) as Promise<Row[]>,
  );
  const hidden = rows.map(({ type, data, day }) => ({ event: { type, data } as LogEvent, day }));
  return { position, result: subtract(result, hidden) };
}
