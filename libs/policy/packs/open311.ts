import type { DutyRule, PolicyPack } from '../pack';
import { accountabilityDuties } from './accountability';
import { adviceDuties } from './advice';
import { article39Ladder } from './ladders/article-39';
import { recordDuties } from './record';
import { returnDuties } from './case';
import { open311Periods, open311Services } from './open311-services';
import { stepsInDays } from './steps';

/** Open until the request is answered or closed, by whichever office holds it; from the filing, or the reopening. */
const resolve: DutyRule = {
  id: 'resolve',
  name: { zh: '办结服务请求', en: 'Resolve the service request' },
  source: { zh: '本地设定：各服务项目的预期期限', en: 'Local setting: the expected period of the service' },
  kind: 'duty',
  raisedBy: [{ event: 'CaseRegistered' }, { event: 'CaseReopened' }],
  owner: { role: 'receiver' },
  overseer: { role: 'petition-department' },
  startsFrom: 'receivedAt',
  period: { service: 'service' },
  dischargedBy: [{ event: 'CaseAnswered' }, { event: 'CaseClosed' }],
  handedOverBy: [
    { event: 'CaseSent', field: 'to' },
    { event: 'ObjectionUpheld', field: 'by' },
  ],
  cancelledBy: [{ event: 'CaseMerged' }, { event: 'RegistrationStruck' }],
  escalation: stepsInDays({ remind: 1, supervise: 5, review: 15 }),
};

/** Any office may say that it is not the one, as long as it has not accepted the request. */
const object: DutyRule = {
  id: 'object',
  name: { zh: '对派单提出异议', en: 'Object to the assignment' },
  source: { zh: '本地设定：5个工作日', en: 'Local setting: 5 weekdays' },
  kind: 'window',
  raisedBy: [{ event: 'CaseSent' }],
  owner: { field: 'to' },
  overseer: { field: 'by' },
  period: { unit: 'working-days', amount: 5 },
  dischargedBy: [{ event: 'CaseObjected' }],
  cancelledBy: [
    { event: 'CaseAccepted' },
    { event: 'CaseSent', office: { field: 'to', is: 'not-owner' } },
    { event: 'CaseClosed' },
  ],
  escalation: [],
};

/** What is answered is closed, so that whoever asked is told that it is done. */
const close: DutyRule = {
  id: 'close',
  name: { zh: '办结归档', en: 'Close the request' },
  source: { zh: '本地设定：答复后7日', en: 'Local setting: 7 days after the answer' },
  kind: 'duty',
  raisedBy: [{ event: 'CaseAnswered' }],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'days', amount: 7 },
  dischargedBy: [{ event: 'CaseClosed' }],
  escalation: stepsInDays({ remind: 1, supervise: 5 }),
};

/**
 * Municipal service requests with an expected period per service. A city sets `services`, for example
 * `{ unit: 'calendar-days-exact', amount: 7 }` or
 * `{ unit: 'weekday-clock', amount: 2, opens: '08:30', closes: '17:00' }`; a service without one has no due date.
 */
export const open311: PolicyPack = {
  id: 'open311',
  version: 2,
  name: { zh: 'Open311 服务请求', en: 'Open311 service requests' },
  timeZone: 'America/New_York',
  calendar: 'weekdays',
  lastDay: 'as-is',
  firstDay: 'excluded',
  duties: [
    resolve,
    object,
    ...recordDuties({ unit: 'days', amount: 15 }, { unit: 'days', amount: 30 }),
    ...returnDuties,
    close,
    ...accountabilityDuties,
    ...adviceDuties({ zh: '本地设定：30日', en: 'Local setting: 30 days' }),
  ],
  ladder: {
    ...article39Ladder,
    id: 'default',
    source: { zh: '本地设定', en: 'Local setting' },
  },
  services: open311Periods,
  offered: open311Services,
};
