import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { seen, viewsFor } from '../seen';
import { clocksOf, type Clock } from '../clocks';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { supervisionBoard } from './projection';
import type { SupervisionRow } from './table';

/** `clock`: what is owed on it next. */
export type SupervisionItem = SupervisionRow & { clock: Clock | null };

export interface SupervisionRequest extends PageRequest {
  status?: string | undefined;
  office?: string | undefined;
  by?: string | undefined;
  caseId?: string | undefined;
}

/** The newest first. */
const ORDER: Keyset = { by: ['orderedAt', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'office', 'by', 'caseId'] as const;

/** A page of supervision orders. Throws BadCursor. */
export async function listSupervisions(
  source: DataSource,
  request: SupervisionRequest,
  sight: Sight,
): Promise<Page<SupervisionItem>> {
  const { position, result } = await atPosition(
    source,
    viewsFor(sight, [supervisionBoard.name, 'duty-board']),
    async (manager) => {
      const all = manager.getRepository<SupervisionRow>(supervisionBoard.name).createQueryBuilder('v');
      const rows = await keyset(seen(equal(all, FIELDS, request), sight), ORDER, request).getMany();
      return { rows, clocks: await clocksOf(manager, rows.map(streamOfOrder)) };
    },
  );
  const page = pageOf(position, result.rows, ORDER, request);
  const items = page.items.map((row) => ({ ...row, clock: result.clocks.get(streamOfOrder(row)) ?? null }));
  return { ...page, items };
}

const streamOfOrder = ({ id }: SupervisionRow): string => `supervision-${id}`;
