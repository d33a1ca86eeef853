import type { RowOf, TableSpec } from '../engine/table';

export const caseListTable = {
  columns: {
    id: 'text',
    status: 'text',
    title: 'text',
    category: 'text',
    place: 'text',
    channel: 'text',
    pack: 'text',
    receiver: 'text',
    /** That holds the case now. */
    office: 'text',
    /** That answers for it: the receiver, until another office has accepted it (首接负责). */
    owner: 'text',
    /** That it was merged into. */
    lead: 'text?',
    /** Of the claims, once each. */
    routes: 'text[]',
    kind: 'text',
    persons: 'integer',
    externalId: 'text?',
    externalDueAt: 'timestamptz?',
    service: 'text?',
    longitude: 'double precision?',
    latitude: 'double precision?',
    registeredAt: 'timestamptz',
    receivedAt: 'timestamptz',
    updatedAt: 'timestamptz',
    closedAt: 'timestamptz?',
    /** When, and by which office, it was accepted as it is handled now; a case that goes back has lost both. */
    acceptedAt: 'timestamptz?',
    acceptedBy: 'text?',
    /** The petitioner's rating of the answer that stands (Art. 21). */
    petitionDepartmentRating: 'text?',
    handlingOfficeRating: 'text?',
    /** The office that it was sent to has acknowledged it. */
    acknowledged: 'boolean',
    /** Times that it came back on an upheld objection. */
    returns: 'integer',
    /** Times that it was reopened. */
    reopened: 'integer',
    /** Duties on the case for which a breach is recorded. */
    breaches: 'integer',
    /** Revision of the case's stream, for `If-Match`. */
    revision: 'integer',
    /** What `q` looks through, in lower case. */
    searchText: 'text',
    grams: 'text[]',
    /** Offices and staff that must not see it (Art. 28, 30). */
    keptFrom: 'text[]',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['receivedAt', 'id'] },
    { columns: ['updatedAt', 'id'] },
    { columns: ['office', 'receivedAt', 'id'] },
    { columns: ['status', 'receivedAt', 'id'] },
    { columns: ['category', 'receivedAt', 'id'] },
    // Of the cases that have been accepted, and rated: what comes in pays nothing for them.
    { columns: ['acceptedBy', 'receivedAt', 'id'], where: 'accepted_by IS NOT NULL' },
    { columns: ['handlingOfficeRating', 'receivedAt', 'id'], where: 'handling_office_rating IS NOT NULL' },
    { columns: ['grams'], using: 'gin' },
    { columns: ['id'], where: `kept_from <> '{}'` },
  ],
} as const satisfies TableSpec;

export type CaseRow = RowOf<typeof caseListTable>;
