import { defineView, type LogEvent } from '../engine/view';
import { serviceRequestsTable, type RequestUpdate, type ServiceRequestRow } from './table';

const PREFIX = 'case-';
const DESCRIPTION_CHARS_MAX = 4_000;

type Registered = LogEvent & { type: 'CaseRegistered' };

/** Filed in public, and nobody is accused in it: such material is never shown to anyone else (Art. 30). */
const isPublic = ({ data }: Registered): boolean =>
  data.channel === 'open311' && data.claims.every(({ kind }) => kind !== 'accusation');

function filed(id: string, event: Registered): ServiceRequestRow {
  const { data } = event;
  const { serviceRequest: request } = data;
  const [claim] = data.claims;
  return {
    id,
    listed: true,
    status: 'open',
    pack: data.pack,
    service: data.service ?? data.category,
    // Without a description, the claim is what the title says.
    description:
      !claim || claim.summary === data.title ? null : claim.summary.slice(0, DESCRIPTION_CHARS_MAX),
    // Filed by coordinates or by an address id, it has no address in words.
    address: request ? (request.address ?? null) : data.place,
    addressId: request?.addressId ?? null,
    longitude: data.longitude ?? null,
    latitude: data.latitude ?? null,
    mediaUrl: request?.mediaUrl ?? null,
    attributes: request?.attributes ?? [],
    office: data.receiver,
    requestedAt: data.receivedAt,
    updatedAt: event.occurredAt,
    toldAt: event.occurredAt,
    updates: [],
  };
}

type Told = Omit<RequestUpdate, 'id' | 'at' | 'type' | 'status'> & {
  status?: RequestUpdate['status'];
  /** That holds it from now on. */
  office?: string;
};

/** What the public is told of a step; undefined for a step inside the administration. */
function told(event: LogEvent): Told | undefined {
  switch (event.type) {
    case 'CaseSent':
      return { by: event.data.by, to: event.data.to, office: event.data.to };
    case 'CaseAccepted':
    case 'AnswerExtended':
      return { by: event.data.by };
    case 'CaseAnswered':
      return { by: event.data.by, text: event.data.outcomes.map(({ text }) => text).join('\n') };
    case 'CaseClosed':
      return { by: event.data.by, status: 'closed' };
    case 'CaseMerged':
    case 'CaseSplit':
      return { by: event.data.by };
    case 'LeadOutcomeTold':
      return { by: event.data.by, text: event.data.text, status: 'closed' };
    case 'CaseReopened':
      return { by: event.data.by, status: 'open', office: event.data.by };
    case 'MessageAdded': {
      const { text, mediaUrl } = event.data;
      return { by: null, text, ...(mediaUrl !== undefined && { mediaUrl }) };
    }
    // The other events of a case are no news to the public.
    default:
      return undefined;
  }
}

/** A message may be dated back: nothing else of the request is then any older. */
const later = (before: string, after: string): string => (after > before ? after : before);

function updated(row: ServiceRequestRow, event: LogEvent): ServiceRequestRow {
  const news = told(event);
  if (!news) return row;
  const { office, ...shown } = news;
  const status = news.status ?? row.status;
  const update: RequestUpdate = {
    // A message is known by its command: so its sender is told its id whether it is new or a repeat.
    id: event.type === 'MessageAdded' ? event.meta.commandId : event.id,
    at: event.occurredAt,
    type: event.type,
    ...shown,
    status,
  };
  return {
    ...row,
    status,
    office: office ?? row.office,
    // A closed request was last modified when it was closed.
    updatedAt:
      status === 'closed' && row.status === 'closed' ? row.updatedAt : later(row.updatedAt, event.occurredAt),
    toldAt: later(row.toldAt, event.occurredAt),
    updates: [...row.updates, update],
  };
}

/** It accuses somebody after all, or was no request. */
function isWithdrawn(event: LogEvent): boolean {
  if (event.type === 'CaseSorted') return event.data.routes.some(({ route }) => route === 'accusation');
  return event.type === 'RegistrationStruck' || event.type === 'OfficeAccused';
}

/** The row stays, so that the same events again do not bring the request back. */
const withdrawn = (row: ServiceRequestRow): ServiceRequestRow => ({
  ...row,
  listed: false,
  description: null,
  address: null,
  addressId: null,
  longitude: null,
  latitude: null,
  mediaUrl: null,
  attributes: [],
  updates: [],
});

/** One row per service request that the public may read (Open311 GeoReport v2). */
export const serviceRequests = defineView(serviceRequestsTable, {
  name: 'service-requests',
  version: 2,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, { group }) {
    const [row] = rows as readonly ServiceRequestRow[];
    if (event.type === 'CaseRegistered') return row ? [row] : isPublic(event) ? [filed(group, event)] : [];
    if (!row) return [];
    if (!row.listed) return [row];
    if (isWithdrawn(event)) return [withdrawn(row)];
    if (event.type === 'ObjectionUpheld') return [{ ...row, office: event.data.by }];
    return [updated(row, event)];
  },
});
