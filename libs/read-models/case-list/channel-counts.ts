import { type Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { caseList } from './projection';
import { seen, type CaseFilter, filtered } from './query';
import type { CaseRow } from './table';

/** What came in by one channel, in the channel's own units. */
export interface ChannelCount {
  channel: string;
  /** Letters and other pieces (件次); absent for visits, which come in batches. */
  pieces?: number;
  /** Visits (批次). */
  batches?: number;
  /** Who came (人次), or who signed. */
  persons: number;
}

/** What came in, channel by channel; a registration that was struck counts nowhere. */
export const channelCounts = (
  source: DataSource,
  filter: CaseFilter,
  sight: Sight,
): Promise<Answer<readonly ChannelCount[]>> =>
  atPosition(source, [caseList.name, 'duty-board'], async (manager) => {
    const cases = manager.getRepository<CaseRow>(caseList.name).createQueryBuilder('v');
    const rows = await seen(filtered(cases, filter), sight)
      .andWhere("v.status <> 'struck'")
      .select('v.channel', 'channel')
      .addSelect('count(*)::integer', 'cases')
      .addSelect('sum(v.persons)::integer', 'persons')
      .groupBy('v.channel')
      .orderBy('v.channel')
      .getRawMany<{ channel: string; cases: number; persons: number }>();
    return rows.map(({ channel, cases: count, persons }) =>
      channel === 'visit' || channel === 'reception'
        ? { channel, batches: count, persons }
        : { channel, pieces: count, persons },
    );
  });
