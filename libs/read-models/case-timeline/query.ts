import type { DataSource } from 'typeorm';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { caseTimeline } from './projection';
import type { TimelineRow } from './table';

export interface TimelineRequest extends PageRequest {
  caseId: string;
  /** Default: the first event first. */
  newestFirst?: boolean | undefined;
}

export type TimelineItem = Omit<TimelineRow, 'about' | 'caseId'>;

/** A page of a case's timeline, in the order of the log. Throws BadCursor. */
export async function caseTimelineOf(
  source: DataSource,
  request: TimelineRequest,
): Promise<Page<TimelineItem>> {
  const order: Keyset = { by: ['position'], direction: request.newestFirst ? 'DESC' : 'ASC' };
  const { position, result } = await atPosition(source, [caseTimeline.name], (manager) => {
    const rows = manager.getRepository<TimelineRow>(caseTimeline.name).createQueryBuilder('v');
    return keyset(rows.where('v.caseId = :caseId', { caseId: request.caseId }), order, request).getMany();
  });
  const page = pageOf(position, result, order, request);
  return { ...page, items: page.items.map(({ about: _, caseId: __, ...item }) => item) };
}
