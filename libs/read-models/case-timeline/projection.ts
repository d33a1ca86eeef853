import { defineView, type LogEvent } from '../engine/view';
import { summaryOf } from './summary';
import { caseTimelineTable, type TimelineRow } from './table';

const CASE = 'case-';
const ABOUT_A_CASE = ['supervision-', 'review-'];

const isAboutACase = (stream: string): boolean => ABOUT_A_CASE.some((prefix) => stream.startsWith(prefix));

function caseOf(
  { stream, data }: LogEvent,
  rows: readonly Pick<TimelineRow, 'caseId'>[],
): string | undefined {
  if (stream.startsWith(CASE)) return stream.slice(CASE.length);
  if (!isAboutACase(stream)) return undefined;
  return 'caseId' in data ? data.caseId : rows[0]?.caseId;
}

/** Every event of a case, of the supervision orders on it and of the reviews of how it was handled. */
export const caseTimeline = defineView(caseTimelineTable, {
  name: 'case-timeline',
  version: 3,
  kind: 'insert-only',
  groupsOf: ({ stream }) => (isAboutACase(stream) ? [stream] : []),
  project(rows, event, { day }) {
    const { stream, revision, id, type, occurredAt, recordedAt, meta, data } = event;
    const caseId = caseOf(event, rows);
    if (caseId === undefined) return [];
    const about = isAboutACase(stream) ? stream : null;
    const { office, actor } = meta;
    const summary = summaryOf(data);
    return [
      {
        ...{ caseId, stream, about, revision, eventId: id, type, occurredAt, recordedAt },
        ...{ day, office, actor, summary },
      },
    ];
  },
});
