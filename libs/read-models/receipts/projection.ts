import { defineView } from '../engine/view';
import { receiptsTable } from './table';

const PREFIX = 'case-';

/** Which case a query code is for. */
export const receipts = defineView(receiptsTable, {
  name: 'receipts',
  version: 1,
  groupsOf: ({ stream, type, data }) =>
    type === 'CaseRegistered' && data.receipt !== undefined ? [stream.slice(PREFIX.length)] : [],
  project: (rows, event, { group }) =>
    event.type === 'CaseRegistered' && event.data.receipt !== undefined
      ? [{ caseId: group, receipt: event.data.receipt }]
      : rows,
});
