import type { OfficeName, RequestUpdate, ServiceRequest, ServiceRequestFilter } from '@huiyin/read-models';
import type { PolicyPack } from '@huiyin/policy';
import { inLanguage, type Language } from '../problems/language';
import { Open311Error } from './errors';
import type { Params } from './params';
import { spanOf } from './period';
import { attributesOf, findService } from './services';
import { officeName, wordsOf } from './words';

const STATUSES: readonly string[] = ['open', 'closed'];

/** The arguments of GET Service Requests. Throws 400. */
export function requestFilter(params: Params, now: string): Omit<ServiceRequestFilter, 'expectedBy'> {
  const ids = params.list('service_request_id');
  if (ids) return { ids };
  const statuses = params.list('status')?.map((status) => status.toLowerCase());
  if (statuses && !statuses.every((status) => STATUSES.includes(status))) {
    throw new Open311Error(400, `status must be one or more of ${STATUSES.join(', ')}, separated by commas.`);
  }
  return { services: params.list('service_code'), statuses, ...spanOf(params, now) };
}

/** The duties that the office meets by answering or closing: when they are due, the request can be expected done. */
export const fulfillingDuties = (pack: PolicyPack): string[] =>
  pack.duties
    .filter(
      ({ kind, dischargedBy }) =>
        kind === 'duty' && dischargedBy.some(({ event }) => event === 'CaseAnswered'),
    )
    .map(({ id }) => id);

export interface Showing {
  pack: PolicyPack;
  offices: ReadonlyMap<string, OfficeName>;
  language: Language;
  /** Also its history, attributes and channel (`extensions=true`). */
  extensions: boolean;
}

/** To the second, in UTC. */
export const w3Time = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');
const w3TimeOrNull = (instant: string | null): string | null => (instant === null ? null : w3Time(instant));

/** GET Service Requests: one `request`. */
export function showRequest(request: ServiceRequest, showing: Showing): object {
  const { pack, offices, language, extensions } = showing;
  const service = findService(pack, request.service);
  const latest = request.updates.findLast(({ by }) => by !== null);
  return {
    service_request_id: request.id,
    status: request.status,
    status_notes: latest ? wordsOf(noteOf(request, latest), offices, language) : null,
    service_name: service ? inLanguage(service.name, language) : request.service,
    service_code: request.service,
    description: request.description,
    agency_responsible: inLanguage(officeName(offices, request.office), language),
    service_notice: service?.notice ? inLanguage(service.notice, language) : null,
    requested_datetime: w3Time(request.requestedAt),
    updated_datetime: w3Time(request.updatedAt),
    expected_datetime: w3TimeOrNull(request.expectedAt),
    address: request.address,
    address_id: request.addressId,
    zipcode: null,
    lat: request.latitude,
    long: request.longitude,
    media_url: request.mediaUrl,
    ...(extensions && extended(request, showing)),
  };
}

/** A closed request is explained by what it was answered. */
function noteOf({ updates }: ServiceRequest, latest: RequestUpdate): RequestUpdate {
  if (latest.type !== 'CaseClosed') return latest;
  const answer = updates.findLast(({ type }) => type === 'CaseAnswered');
  return answer?.text === undefined ? latest : { ...latest, text: answer.text };
}

/** The common extension: update history (`notes`), `attributes`, `extended_attributes`. */
function extended(request: ServiceRequest, { pack, offices, language }: Showing): object {
  const service = findService(pack, request.service);
  const defined = service ? attributesOf(service) : [];
  const opened = { zh: '已提交。', en: 'Submitted.' };
  return {
    attributes: request.attributes.map(({ code, values }) => {
      const attribute = defined.find((one) => one.code === code);
      const names = values.map((value) => attribute?.values?.find(({ key }) => key === value)?.name);
      return {
        code,
        label: attribute ? inLanguage(attribute.description, language) : code,
        value: values.join(', '),
        name: names.map((name, index) => (name ? inLanguage(name, language) : values[index])).join(', '),
      };
    }),
    extended_attributes: { channel: 'open311' },
    notes: [
      { datetime: w3Time(request.requestedAt), type: 'submitted', description: inLanguage(opened, language) },
      ...request.updates.map((update) => ({
        datetime: w3Time(update.at),
        type: NOTE_TYPES[update.type] ?? 'activity',
        description: wordsOf(update, offices, language),
      })),
    ],
  };
}

const NOTE_TYPES: Readonly<Record<string, string>> = {
  CaseSent: 'assigned',
  CaseAccepted: 'accepted',
  AnswerExtended: 'extended',
  CaseAnswered: 'answered',
  CaseClosed: 'closed',
  CaseMerged: 'merged',
  CaseSplit: 'split',
  LeadOutcomeTold: 'closed',
  CaseReopened: 'reopened',
  MessageAdded: 'comment',
};
