import type { DutyRule, PolicyPack, Text } from '../pack';
import { recordDuties } from './record';
import { accountabilityDuties } from './accountability';
import { adviceDuties } from './advice';
import { article39Ladder } from './ladders/article-39';
import { returnDuties, takenAway } from './case';
import { driveDuties } from './drive';
import { urgencyGoesUp } from './urgent';
import { fulfilmentDuties, reviewDuties, type ClosingArticles } from './closing';
import { answer, close, closingReport, extensionNotice, sortAndSend, stageReport } from './petition';
import { simpleDuties } from './simple';
import { sendingDuties } from './sending';
import { instructionDuties } from './instruction';
import { supervision } from './supervision';
import { stepsInDays, stepsInHours } from './steps';

const article = (zh: string, en: string, local?: Text): Text => ({
  zh: `《信访工作条例》第${zh}条${local ? `；${local.zh}为本地设定` : ''}`,
  en: `Regulations on Petition Work (2022), Art. ${en}${local ? `; ${local.en} is a local setting` : ''}`,
});

/** Shared with the hotline, which has none of its own. */
export const articles2022: ClosingArticles = {
  opinion: (local) => article('三十二', '32', local),
  settlement: (local) => article('三十三', '33', local),
  hearing: (local) => article('三十一', '31', local),
  review: (local) => article('三十五', '35', local),
  reReview: (local) => article('三十六', '36', local),
};

/** Each of those that Art. 25 names is told at once. */
const reportUrgent: DutyRule = {
  id: 'report-urgent',
  name: { zh: '报告重大、紧急信访事项', en: 'Report a grave or urgent matter' },
  source: article('二十五', '25', { zh: '1小时', en: '1 hour' }),
  kind: 'duty',
  raisedBy: [{ event: 'UrgencyFound' }],
  each: { list: 'reports', key: 'recipient' },
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'hours', amount: 1 },
  dischargedBy: [{ event: 'UrgentReported' }],
  escalation: stepsInHours({ supervise: 1, review: 24 }),
};

const receiving: readonly DutyRule[] = [
  sortAndSend(article('二十二', '22')),
  {
    id: 'acknowledge',
    name: { zh: '告知信访人已收到', en: 'Tell the petitioner that it was received' },
    source: article('二十三', '23'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { reachable: true } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    // Of what an office received itself and keeps; otherwise from when it was sent.
    startsFrom: 'receivedAt',
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'CaseAcknowledged' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
  {
    id: 'object',
    name: { zh: '提出退件异议', en: 'Object to the referral' },
    source: article('二十三', '23'),
    kind: 'window',
    raisedBy: [{ event: 'CaseSent' }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'CaseObjected' }],
    cancelledBy: [{ event: 'CaseAccepted' }, ...takenAway],
    escalation: [],
  },
  {
    id: 'accept',
    name: { zh: '受理', en: 'Accept' },
    source: article('二十三', '23', { zh: '20日', en: '20 days' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { procedure: 'ordinary' } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 20 },
    dischargedBy: [{ event: 'CaseAccepted' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
];

const handling: readonly DutyRule[] = [
  answer({
    zh: '《信访工作条例》第三十四条（60日，可延长一次不超过30日）；申诉求决以外的途径适用同一期限为本地设定',
    en: 'Regulations on Petition Work (2022), Art. 34 (60 days, extended once by at most 30); the same period on the other routes is a local setting',
  }),
  extensionNotice(article('三十四', '34', { zh: '5个工作日', en: '5 working days' })),
  closingReport(
    article('二十二', '22', {
      zh: '交办未定期限时的90日',
      en: '90 days where the assignment sets no period',
    }),
  ),
  stageReport,
  close,
];

/**
 * 信访工作条例, in force from 2022-05-01. It does not say how the first day or a last day on a holiday counts: the
 * first day is left out and the last day rolls forward, as in Art. 201 and 203 of the Civil Code (local setting).
 * Offsets of the escalation steps are local settings throughout.
 */
export const xinfang2022: PolicyPack = {
  id: 'xinfang-2022',
  version: 2,
  name: { zh: '信访工作条例（2022）', en: 'Regulations on Petition Work (2022)' },
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  lastDay: 'roll-forward',
  firstDay: 'excluded',
  // Local settings.
  hearingNotice_days: 7,
  carryOutWithin_days: 30,
  inForce: { from: '2022-05-01', before: 'xinfang-2005' },
  duties: [
    ...receiving,
    ...simpleDuties,
    ...returnDuties,
    ...sendingDuties,
    ...handling,
    ...recordDuties({ unit: 'days', amount: 15 }, { unit: 'days', amount: 90 }),
    ...fulfilmentDuties(articles2022),
    ...reviewDuties(articles2022),
    reportUrgent,
    ...urgencyGoesUp,
    ...instructionDuties,
    ...driveDuties,
    ...accountabilityDuties,
    ...adviceDuties(
      article('四十', '40', {
        zh: '30日（沿用2005年《信访条例》第三十六条）',
        en: '30 days, as in Art. 36 of 2005',
      }),
    ),
  ],
  supervision,
  ladder: article39Ladder,
};
