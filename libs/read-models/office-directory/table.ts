import type { PublishedChannels } from '@huiyin/domain';
import type { RowOf, TableSpec } from '../engine/table';

export const officeDirectoryTable = {
  columns: {
    id: 'text',
    nameZh: 'text',
    nameEn: 'text',
    kind: 'text',
    level: 'text',
    territory: 'text',
    functions: 'text[]',
    superior: 'text?',
    successor: 'text?',
    succeededFrom: 'date?',
    /** Of the office, not of a person. */
    email: 'text?',
    webhook: 'text?',
    /** Posts and whose they are by subject id; names are sealed and stay in the log. */
    leaders: 'json',
    /** What it has published of the ways to reach it (Art. 18); null until it has. */
    channels: 'json?',
    /** Of its territory, as published, in the order in which they were recorded. */
    residents: 'json',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [],
} as const satisfies TableSpec;

export interface Leader {
  post: string;
  subject: string;
  /** Local date. */
  from: string;
}

export interface Residents {
  residents: number;
  /** Local date. */
  asOf: string;
}

export type OfficeRow = Omit<RowOf<typeof officeDirectoryTable>, 'leaders' | 'channels' | 'residents'> & {
  readonly channels: PublishedChannels | null;
  readonly leaders: readonly Leader[];
  readonly residents: readonly Residents[];
};
