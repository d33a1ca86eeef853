import { defineView, type LogEvent } from '../engine/view';
import { officeDirectoryTable, type OfficeRow } from './table';

const PREFIX = 'office-';

function registered(id: string, event: LogEvent & { type: 'OfficeRegistered' }): OfficeRow {
  const { name, kind, level, territory, functions } = event.data;
  const { superior = null, email = null, webhook = null } = event.data;
  return {
    id,
    nameZh: name.zh,
    nameEn: name.en,
    ...{ kind, level, territory, functions, superior, email, webhook },
    successor: null,
    succeededFrom: null,
    leaders: [],
    channels: null,
    residents: [],
    revision: event.revision,
  };
}

function step({ leaders, residents }: OfficeRow, event: LogEvent): Partial<OfficeRow> {
  switch (event.type) {
    case 'LeaderAppointed': {
      const { post, official, from } = event.data;
      return { leaders: [...leaders, { post, subject: official.subject, from }] };
    }
    case 'LeaderLeft': {
      const { post, subject } = event.data;
      return { leaders: leaders.filter((one) => one.post !== post || one.subject !== subject) };
    }
    case 'ChannelsPublished':
      return { channels: event.data.channels };
    case 'ResidentsCounted': {
      const { residents: count, asOf } = event.data;
      return { residents: [...residents, { residents: count, asOf }] };
    }
    case 'OfficeSucceeded':
      return { successor: event.data.successor, succeededFrom: event.data.from };
    // Other events of later versions of the directory leave what is shown.
    default:
      return {};
  }
}

/** One row per office: what it answers for, whom it answers to, where notices to it go. */
export const officeDirectory = defineView(officeDirectoryTable, {
  name: 'office-directory',
  version: 3,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, { group }) {
    const [row] = rows as readonly OfficeRow[];
    if (event.type === 'OfficeRegistered') return row ? [row] : [registered(group, event)];
    return row ? [{ ...row, ...step(row, event), revision: event.revision }] : [];
  },
});
