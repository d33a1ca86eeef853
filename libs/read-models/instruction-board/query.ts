import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { clocksOfInstructions, type Clock } from '../clocks';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { seen, viewsFor } from '../seen';
import { instructionBoard } from './projection';
import type { InstructionRow } from './table';

export interface InstructionRequest extends PageRequest {
  status?: string | undefined;
  office?: string | undefined;
  of?: string | undefined;
  caseId?: string | undefined;
}

/** `clock`: what is owed on it next. */
export type InstructionItem = InstructionRow & { clock: Clock | null };

/** The newest first. */
const ORDER: Keyset = { by: ['givenAt', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'office', 'of', 'caseId'] as const;

/** A page of written instructions. Throws BadCursor. */
export async function listInstructions(
  source: DataSource,
  request: InstructionRequest,
  sight: Sight,
): Promise<Page<InstructionItem>> {
  const { position, result } = await atPosition(
    source,
    viewsFor(sight, [instructionBoard.name, 'duty-board']),
    async (manager) => {
      const all = manager.getRepository<InstructionRow>(instructionBoard.name).createQueryBuilder('v');
      const rows = await keyset(seen(equal(all, FIELDS, request), sight), ORDER, request).getMany();
      const cases = rows.map(({ caseId }) => caseId);
      return { rows, clocks: await clocksOfInstructions(manager, cases) };
    },
  );
  const page = pageOf(position, result.rows, ORDER, request);
  return { ...page, items: page.items.map((row) => ({ ...row, clock: result.clocks.get(row.id) ?? null })) };
}
