import type { DataSource } from 'typeorm';
import { clocksOf, type Clock } from '../clocks';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { targetBoard } from './projection';
import type { TargetRow } from './table';

export interface TargetRequest extends PageRequest {
  status?: string | undefined;
  office?: string | undefined;
  by?: string | undefined;
  year?: number | undefined;
}

/** `clock`: what is owed on it next. */
export type TargetItem = TargetRow & { clock: Clock | null };

/** The newest year first. */
const ORDER: Keyset = { by: ['year', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'office', 'by', 'year'] as const;

/** A page of letters of targets: about offices and years, never about a case. Throws BadCursor. */
export async function listTargets(source: DataSource, request: TargetRequest): Promise<Page<TargetItem>> {
  const { position, result } = await atPosition(source, [targetBoard.name, 'duty-board'], async (manager) => {
    const all = manager.getRepository<TargetRow>(targetBoard.name).createQueryBuilder('v');
    const rows = await keyset(equal(all, FIELDS, request), ORDER, request).getMany();
    return {
      rows,
      clocks: await clocksOf(
        manager,
        rows.map(({ id }) => `target-${id}`),
      ),
    };
  });
  const page = pageOf(position, result.rows, ORDER, request);
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, clock: result.clocks.get(`target-${row.id}`) ?? null })),
  };
}
