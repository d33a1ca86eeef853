import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { receipts } from './projection';
import type { ReceiptRow } from './table';

/** The case that a query code is for, by the keyed hash of the code. */
export const caseOfReceipt = (source: DataSource, receipt: string): Promise<Answer<string | undefined>> =>
  atPosition(source, [receipts.name], async (manager) => {
    const row = await manager.getRepository<ReceiptRow>(receipts.name).findOneBy({ receipt });
    return row?.caseId;
  });
