import { defineView, type LogEvent } from '../engine/view';
import { receiptsTable } from './table';

const PREFIX = 'case-';

/** The keyed hash of the query code that an event gives out; one that is given out later takes the place of the first. */
function receiptIn(event: LogEvent): string | undefined {
  return event.type === 'CaseRegistered' || event.type === 'QueryCodeReissued'
    ? event.data.receipt
    : undefined;
}

/** Which case a query code is for. */
export const receipts = defineView(receiptsTable, {
  name: 'receipts',
  version: 2,
  groupsOf: (event) => (receiptIn(event) === undefined ? [] : [event.stream.slice(PREFIX.length)]),
  project(rows, event, { group }) {
    const receipt = receiptIn(event);
    return receipt === undefined ? rows : [{ caseId: group, receipt }];
  },
});
