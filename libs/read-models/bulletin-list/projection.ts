import { defineView } from '../engine/view';
import { bulletinListTable } from './table';

const PREFIX = 'bulletin-';

/** One row per list, circular, analysis and ranking that went out; the document itself is in the log. */
export const bulletinList = defineView(bulletinListTable, {
  name: 'bulletin-list',
  version: 1,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, { group: id }) {
    if (event.type !== 'BulletinIssued' || rows.length > 0) return rows;
    const { kind, office = null, period, at, position, sha256 } = event.data;
    return [
      { id, kind, office, periodFrom: period.from, periodTo: period.to, at, countedTo: position, sha256 },
    ];
  },
});
