import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { keptFrom, seen, seenCase, viewsFor } from '../seen';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
import { caseTimeline } from './projection';
import type { TimelineRow } from './table';

export interface TimelineRequest extends PageRequest {
  caseId: string;
  /** Default: the first event first. */
  newestFirst?: boolean | undefined;
}

export type TimelineItem = Omit<TimelineRow, 'about' | 'caseId' | 'day'>;

/** Whether something happened, after one position and up to another, about a case that the viewer may see. */
export async function anythingSeen(
  source: DataSource,
  { after, upTo }: { after: number; upTo: number },
  sight: Sight,
): Promise<boolean> {
  const seen = seenCase(sight, 't.case_id', '$3::text[]');
  const { result } = await atPosition(source, ['case-timeline', 'case-list'], async (manager) => {
    const [row] = (await manager.query(
      `SELECT EXISTS (SELECT FROM views.case_timeline t WHERE t.position > $1 AND t.position <= $2
         AND $3::text[] IS NOT NULL AND ${seen}) AS seen`,
      [after, upTo, keptFrom(sight)],
    )) as { seen: boolean }[];
    return row!.seen;
  });
  return result;
}

/** The streams of the supervision orders on a case and of the reviews of how it was handled. */
export const streamsAbout = (source: DataSource, caseId: string): Promise<Answer<readonly string[]>> =>
  atPosition(source, [caseTimeline.name], async (manager) => {
    const rows = (await manager.query(
      'SELECT DISTINCT about FROM views.case_timeline WHERE case_id = $1 AND about IS NOT NULL ORDER BY about',
      [caseId],
    )) as { about: string }[];
    return rows.map(({ about }) => about);
  });

/** A page of a case's timeline, in the order of the log. Throws BadCursor. */
export async function caseTimelineOf(
  source: DataSource,
  request: TimelineRequest,
  sight: Sight,
): Promise<Page<TimelineItem>> {
  const order: Keyset = { by: ['position'], direction: request.newestFirst ? 'DESC' : 'ASC' };
  const { position, result } = await atPosition(source, viewsFor(sight, [caseTimeline.name]), (manager) => {
    const rows = manager.getRepository<TimelineRow>(caseTimeline.name).createQueryBuilder('v');
    const ofCase = rows.where('v.caseId = :caseId', { caseId: request.caseId });
    return keyset(seen(ofCase, sight), order, request).getMany();
  });
  const page = pageOf(position, result, order, request);
  return { ...page, items: page.items.map(({ about: _, caseId: __, day: ___, ...item }) => item) };
}
