import type { Instant } from '@huiyin/policy';
import type { DataSource, EntityManager } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { serviceRequests } from './projection';
import type { RequestUpdate, ServiceRequestRow } from './table';

/** GeoReport v2, "Response Volume": the first 1000. */
export const SERVICE_REQUESTS_MAX = 1_000;
export const REQUEST_UPDATES_MAX = 1_000;

export interface ServiceRequestFilter {
  /** Overrides everything else. */
  ids?: readonly string[] | undefined;
  services?: readonly string[] | undefined;
  statuses?: readonly string[] | undefined;
  /** Requested at or after. */
  from?: Instant | undefined;
  /** Requested before. */
  to?: Instant | undefined;
  /** Duties whose due time is when the request can be expected to be fulfilled. */
  expectedBy: readonly string[];
}

export interface OfficeName {
  zh: string;
  en: string;
}

export interface ServiceRequest extends ServiceRequestRow {
  expectedAt: Instant | null;
}

export interface ServiceRequestsFound {
  requests: readonly ServiceRequest[];
  /** Of every office that they name. */
  offices: ReadonlyMap<string, OfficeName>;
}

const VIEWS = [serviceRequests.name, 'duty-board', 'office-directory', 'case-list'];

/** Whoever asks here may be anybody, and so an office that the case accuses (Art. 30). Staff are kept in it as `actor:…`. */
const ACCUSES_NOBODY = (id: string): string =>
  `NOT EXISTS (SELECT FROM views.case_list c, unnest(c.kept_from) AS kept (who)
    WHERE c.id = ${id} AND kept.who NOT LIKE 'actor:%')`;

/** Public requests, newest first. */
export const listServiceRequests = (
  source: DataSource,
  { ids, services, statuses, from, to, expectedBy }: ServiceRequestFilter,
): Promise<Answer<ServiceRequestsFound>> =>
  atPosition(source, VIEWS, async (manager) => {
    const query = manager.getRepository<ServiceRequestRow>(serviceRequests.name).createQueryBuilder('v');
    query.where('v.listed').andWhere(ACCUSES_NOBODY('v.id'));
    if (ids) query.andWhere('v.id = ANY (:ids)', { ids });
    else {
      if (services) query.andWhere('v.service = ANY (:services)', { services });
      if (statuses) query.andWhere('v.status = ANY (:statuses)', { statuses });
      if (from !== undefined) query.andWhere('v.requestedAt >= :from', { from });
      if (to !== undefined) query.andWhere('v.requestedAt < :to', { to });
    }
    query.orderBy('v.requestedAt', 'DESC').addOrderBy('v.id', 'DESC').limit(SERVICE_REQUESTS_MAX);
    const rows = await query.getMany();
    const expected = await expectedTimes(manager, rows, expectedBy);
    const requests = rows.map((row) => ({ ...row, expectedAt: expected.get(row.id) ?? null }));
    return { requests, offices: await officeNames(manager, rows.flatMap(officesOf)) };
  });

const officesOf = ({ office, updates }: ServiceRequestRow): string[] => [
  office,
  ...updates.flatMap(({ by, to }) => [by, to].filter((one) => typeof one === 'string')),
];

/** The one that was raised last: what is opened again is owed anew. */
const EXPECTED = `SELECT DISTINCT ON (case_id) case_id AS id, due_at AS "dueAt" FROM views.duty_board
  WHERE case_id = ANY ($1) AND duty <> '' AND rule = ANY ($2) ORDER BY case_id, started_at DESC, due_at DESC`;

async function expectedTimes(
  manager: EntityManager,
  rows: readonly { id: string }[],
  rules: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  if (rows.length === 0 || rules.length === 0) return new Map();
  const found = (await manager.query(EXPECTED, [rows.map(({ id }) => id), rules])) as {
    id: string;
    dueAt: Instant;
  }[];
  return new Map(found.map(({ id, dueAt }) => [id, dueAt]));
}

const NAMES = 'SELECT id, name_zh AS zh, name_en AS en FROM views.office_directory WHERE id = ANY ($1)';

async function officeNames(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfficeName>> {
  if (ids.length === 0) return new Map();
  const found = (await manager.query(NAMES, [[...new Set(ids)]])) as (OfficeName & { id: string })[];
  return new Map(found.map(({ id, ...name }) => [id, name]));
}

export interface RequestUpdatesFilter {
  ids?: readonly string[] | undefined;
  /** At or after. */
  from?: Instant | undefined;
  /** Before. */
  to?: Instant | undefined;
}

export interface RequestUpdatesFound {
  updates: readonly (RequestUpdate & { requestId: string })[];
  offices: ReadonlyMap<string, OfficeName>;
}

const UPDATES = `SELECT r.id AS "requestId", u.value AS update
  FROM views.service_requests r, LATERAL json_array_elements(r.updates) WITH ORDINALITY AS u (value, place)
  WHERE r.listed AND ($1::text[] IS NULL OR r.id = ANY ($1)) AND ($2::text IS NULL OR r.told_at >= $2::timestamptz)
    AND ($2::text IS NULL OR u.value->>'at' >= $2) AND ($3::text IS NULL OR u.value->>'at' < $3)
    AND ${ACCUSES_NOBODY('r.id')}
  ORDER BY u.value->>'at', r.id, u.place LIMIT $4`;

/** Every step on public requests that the public is told of, the oldest first: whoever follows goes on from the last. */
export const listRequestUpdates = (
  source: DataSource,
  { ids, from, to }: RequestUpdatesFilter,
): Promise<Answer<RequestUpdatesFound>> =>
  atPosition(source, [serviceRequests.name, 'office-directory', 'case-list'], async (manager) => {
    const rows = (await manager.query(UPDATES, [
      ids ?? null,
      from ?? null,
      to ?? null,
      REQUEST_UPDATES_MAX,
    ])) as { requestId: string; update: RequestUpdate }[];
    const updates = rows.map(({ requestId, update }) => ({ ...update, requestId }));
    const named = updates.flatMap(({ by, to: receiver }) =>
      [by, receiver].filter((one) => typeof one === 'string'),
    );
    return { updates, offices: await officeNames(manager, named) };
  });
