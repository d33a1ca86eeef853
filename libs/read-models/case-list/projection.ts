import { keptFromAfter } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { corrected } from './corrected';
import { searchable } from './search-text';
import { caseListTable, type CaseRow } from './table';

const PREFIX = 'case-';

const UNACCEPTED = { acceptedAt: null, acceptedBy: null } as const;
/** A rating is of the answer that stands: what is answered anew is rated anew. */
const UNRATED = { petitionDepartmentRating: null, handlingOfficeRating: null } as const;

function registered(id: string, event: LogEvent & { type: 'CaseRegistered' }): CaseRow {
  const { data } = event;
  return {
    id,
    status: 'registered',
    title: data.title,
    category: data.category,
    place: data.place,
    channel: data.channel,
    pack: data.pack,
    receiver: data.receiver,
    office: data.receiver,
    owner: data.receiver,
    lead: null,
    routes: [],
    kind: data.kind,
    persons: data.persons,
    externalId: data.externalId ?? null,
    externalDueAt: data.externalDueAt ?? null,
    service: data.service ?? null,
    longitude: data.longitude ?? null,
    latitude: data.latitude ?? null,
    registeredAt: event.occurredAt,
    receivedAt: data.receivedAt,
    updatedAt: event.occurredAt,
    closedAt: null,
    ...UNACCEPTED,
    ...UNRATED,
    acknowledged: false,
    returns: 0,
    reopened: 0,
    breaches: 0,
    revision: event.revision,
    ...searchable({ ...data, claim: data.claims[0]?.summary }),
    keptFrom: keptFromAfter([], event),
  };
}

/** What a step changes; the steps that only concern the clock change nothing but the time. */
function step(row: CaseRow, event: LogEvent): Partial<CaseRow> {
  switch (event.type) {
    case 'CaseSorted':
      return { status: 'sorted', routes: [...new Set(event.data.routes.map(({ route }) => route))] };
    case 'CaseSent':
      return { status: 'sent', office: event.data.to, acknowledged: false };
    case 'CaseAcknowledged':
      return { status: 'acknowledged', acknowledged: true };
    case 'CaseObjected':
      return { status: 'objected' };
    case 'ObjectionUpheld':
      return { status: 'sorted', office: row.receiver, owner: row.receiver, returns: row.returns + 1 };
    case 'ObjectionRejected':
      return { status: row.acknowledged ? 'acknowledged' : 'sent' };
    case 'CaseAccepted':
      return {
        status: 'accepted',
        owner: row.office,
        acceptedAt: event.occurredAt,
        acceptedBy: event.data.by,
      };
    case 'CaseAnswered':
      return { status: 'answered' };
    case 'CaseRated': {
      const { petitionDepartment, handlingOffice } = event.data;
      return { petitionDepartmentRating: petitionDepartment, handlingOfficeRating: handlingOffice };
    }
    case 'AnswerSetAside':
      return { status: 'accepted', closedAt: null, ...UNRATED };
    case 'CaseClosed':
      return { status: 'closed', closedAt: event.occurredAt };
    case 'CaseDirected':
      return { status: 'directed', closedAt: event.occurredAt };
    case 'CaseTakenBack':
      return { status: 'sorted', office: row.receiver, owner: row.receiver, ...UNACCEPTED, ...UNRATED };
    case 'OfficeReplaced': {
      const { from, to } = event.data;
      return {
        receiver: row.receiver === from ? to : row.receiver,
        office: row.office === from ? to : row.office,
        owner: row.owner === from ? to : row.owner,
      };
    }
    case 'CaseReopened':
      return {
        status: 'sorted',
        office: row.receiver,
        owner: row.receiver,
        closedAt: null,
        reopened: row.reopened + 1,
        ...UNACCEPTED,
        ...UNRATED,
      };
    case 'CaseMerged':
      return { status: 'merged', lead: event.data.lead };
    case 'LeadOutcomeTold':
      return { status: 'closed-with-lead', closedAt: event.occurredAt };
    case 'CaseSplit':
      return { status: row.routes.length > 0 ? 'sorted' : 'registered', lead: null, closedAt: null };
    case 'RegistrationStruck':
      return { status: 'struck', closedAt: event.occurredAt };
    case 'RecordCorrected':
      return corrected(row, event.data);
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    // The other events of a case leave it where it is.
    default:
      return {};
  }
}

/** One row per case: where it stands, who holds it, and what a clerk looks for it by. */
export const caseList = defineView(caseListTable, {
  name: 'case-list',
  version: 4,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project([row], event, { group }) {
    if (event.type === 'CaseRegistered') return row ? [row] : [registered(group, event)];
    if (!row) return [];
    const keptFrom = keptFromAfter(row.keptFrom, event);
    return [{ ...row, ...step(row, event), keptFrom, updatedAt: event.occurredAt, revision: event.revision }];
  },
});
