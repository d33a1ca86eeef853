import type { DutyRule, CountedPeriod, PolicyPack, Text } from '../pack';
import { accountabilityDuties } from './accountability';
import { adviceDuties } from './advice';
import { article39Ladder } from './ladders/article-39';
import { takenAway } from './case';
import { handledElsewhere, recordDuties } from './record';
import { callback, fulfilmentDuties } from './closing';
import { answerOffer, determineHandler, helpDuties } from './sending';
import { instructionDuties } from './instruction';
import { supervision } from './supervision';
import { stepsInDays, stepsInHours } from './steps';
import { articles2022 } from './xinfang-2022';

interface Tier {
  tier: string;
  name: Text;
  period: CountedPeriod;
  /** Hours before and after the due time. */
  steps: { remind: number; supervise: number; review: number };
}

const TIERS: readonly Tier[] = [
  {
    tier: 'emergency',
    name: { zh: '紧急', en: 'emergency' },
    period: { unit: 'hours', amount: 2 },
    steps: { remind: 0.5, supervise: 1, review: 24 },
  },
  {
    tier: 'utilities',
    name: { zh: '水电气热等', en: 'utilities' },
    period: { unit: 'hours', amount: 24 },
    steps: { remind: 4, supervise: 12, review: 48 },
  },
  {
    tier: 'ordinary',
    name: { zh: '一般', en: 'ordinary' },
    period: { unit: 'days', amount: 7 },
    steps: { remind: 24, supervise: 24, review: 72 },
  },
  {
    tier: 'complex',
    name: { zh: '复杂', en: 'complex' },
    period: { unit: 'days', amount: 15 },
    steps: { remind: 48, supervise: 24, review: 120 },
  },
];

/** The period printed on the order, from its dispatch. */
const answerDuties: readonly DutyRule[] = TIERS.map(({ tier, name, period, steps }) => ({
  id: `answer-${tier}`,
  name: { zh: `办理并答复（${name.zh}）`, en: `Handle and answer (${name.en})` },
  source: {
    zh: '接诉即办：2小时、24小时、7日、15日四档（某市公开做法，本地设定）；延长上限30日为本地设定',
    en: 'Swift response to calls: 2 h, 24 h, 7 d, 15 d (published by a city); these and at most 30 d more are local settings',
  },
  kind: 'duty',
  raisedBy: [{ event: 'CaseSent', where: { tier } }],
  owner: { field: 'to' },
  overseer: { field: 'by' },
  period,
  dischargedBy: [{ event: 'CaseAnswered' }],
  cancelledBy: takenAway,
  extendedBy: { event: 'AnswerExtended', daysField: 'days', max_days: 30 },
  escalation: stepsInHours(steps),
}));

const days = (amount: number): CountedPeriod => ({ unit: 'days', amount });
const hours = (amount: number): CountedPeriod => ({ unit: 'hours', amount });
const local = (what: Text): Text => ({ zh: `本地设定：${what.zh}`, en: `Local setting: ${what.en}` });

const dispatching: readonly DutyRule[] = [
  {
    id: 'sort-and-send',
    name: { zh: '派单', en: 'Dispatch' },
    source: local({ zh: '1小时', en: '1 hour' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseRegistered' }],
    owner: { field: 'receiver' },
    overseer: { field: 'receiver' },
    startsFrom: 'receivedAt',
    period: hours(1),
    dischargedBy: [{ event: 'CaseSent' }],
    cancelledBy: handledElsewhere,
    escalation: stepsInHours({ supervise: 4, review: 48 }),
  },
  {
    id: 'object',
    name: { zh: '对派单提出异议', en: 'Object to the dispatch' },
    source: local({ zh: '24小时', en: '24 hours' }),
    kind: 'window',
    raisedBy: [{ event: 'CaseSent' }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: hours(24),
    dischargedBy: [{ event: 'CaseObjected' }],
    cancelledBy: [{ event: 'CaseAccepted' }, ...takenAway],
    escalation: [],
  },
  {
    id: 'decide-objection',
    name: { zh: '裁定派单异议', en: 'Decide the objection' },
    source: local({ zh: '4小时', en: '4 hours' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseObjected' }],
    owner: { role: 'petition-department' },
    overseer: { role: 'petition-department' },
    period: hours(4),
    dischargedBy: [{ event: 'ObjectionUpheld' }, { event: 'ObjectionRejected' }],
    cancelledBy: [{ event: 'CaseClosed' }],
    escalation: stepsInHours({ supervise: 12, review: 72 }),
  },
];

/** The reasons of an extension go to the caller and to the hotline: two duties, each met on its own. */
const tellExtension = (id: string, name: Text, to: 'petitioner' | 'hotline'): DutyRule => ({
  id,
  name,
  source: local({ zh: '24小时', en: '24 hours' }),
  kind: 'duty',
  raisedBy: [{ event: 'AnswerExtended' }],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: hours(24),
  dischargedBy: [{ event: 'ExtensionTold', where: { to } }],
  cancelledBy: takenAway,
  escalation: stepsInHours({ remind: 4, supervise: 24, review: 72 }),
});

const following: readonly DutyRule[] = [
  {
    id: 'send-again',
    name: { zh: '重新派单', en: 'Dispatch again' },
    source: local({ zh: '4小时', en: '4 hours' }),
    kind: 'duty',
    raisedBy: [
      { event: 'ObjectionUpheld' },
      { event: 'CaseReopened' },
      { event: 'CaseSplit' },
      { event: 'CaseTakenBack' },
    ],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: hours(4),
    dischargedBy: [{ event: 'CaseSent' }],
    cancelledBy: [...handledElsewhere, { event: 'DeadlockReferred' }],
    escalation: stepsInHours({ supervise: 12, review: 72 }),
  },
  answerOffer(local({ zh: '4小时', en: '4 hours' }), hours(4)),
  determineHandler(local({ zh: '24小时', en: '24 hours' }), hours(24)),
  tellExtension(
    'extension-notice',
    { zh: '向来电人说明延期理由', en: 'Tell the caller why it is extended' },
    'petitioner',
  ),
  tellExtension(
    'extension-report',
    { zh: '向热线说明延期理由', en: 'Tell the hotline why it is extended' },
    'hotline',
  ),
  {
    id: 'close',
    name: { zh: '办结', en: 'Close the order' },
    source: local({ zh: '答复后7日', en: '7 days after the answer' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseAnswered' }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'days', amount: 7 },
    dischargedBy: [{ event: 'CaseClosed' }],
    cancelledBy: [{ event: 'AnswerSetAside' }],
    // It stands still while a promise, a hearing, a mediation or a review stops the closing.
    pausedBy: { begin: 'ClosingDeferred', end: 'ClosingResumed' },
    escalation: stepsInDays({ remind: 1, supervise: 3 }),
  },
];

const whistle: Text = {
  zh: '接诉即办·吹哨报到；5个工作日为本地设定',
  en: 'Swift response to calls, whistle and report; 5 working days is a local setting',
};

/** 接诉即办: a call is a work order that runs day and night, so that holidays move nothing. */
export const hotline12345: PolicyPack = {
  id: 'hotline-12345',
  version: 2,
  name: { zh: '12345热线接诉即办', en: '12345 hotline, swift response to calls' },
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  lastDay: 'as-is',
  firstDay: 'excluded',
  hearingNotice_days: 7,
  duties: [
    ...dispatching,
    ...answerDuties,
    ...following,
    ...recordDuties(days(5), days(15)),
    ...helpDuties.map((rule) => ({ ...rule, source: whistle })),
    callback,
    ...fulfilmentDuties(articles2022),
    ...instructionDuties,
    ...accountabilityDuties,
    ...adviceDuties(local({ zh: '30日', en: '30 days' })),
  ],
  supervision,
  ladder: article39Ladder,
};
