import type { DutyRule, PolicyPack, Text } from '../pack';
import { accountabilityDuties, article39Ladder } from './accountability';
import { returnDuties, takenAway } from './case';
import { stepsInDays } from './steps';

const article = (zh: string, en: string, local?: Text): Text => ({
  zh: `《信访工作条例》第${zh}条${local ? `；${local.zh}为本地设定` : ''}`,
  en: `Regulations on Petition Work (2022), Art. ${en}${local ? `; ${local.en} is a local setting` : ''}`,
});

const receiving: readonly DutyRule[] = [
  {
    id: 'sort-and-send',
    name: { zh: '登记分流（转送、交办）', en: 'Register, sort and send' },
    source: article('二十二', '22'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseRegistered' }],
    owner: { field: 'receiver' },
    overseer: { field: 'receiver' },
    startsFrom: 'receivedAt',
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'CaseSent' }],
    cancelledBy: [{ event: 'CaseClosed' }],
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
  {
    id: 'acknowledge',
    name: { zh: '告知信访人已收到', en: 'Tell the petitioner that it was received' },
    source: article('二十三', '23'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { reachable: true } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
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
  {
    id: 'accept-simple',
    name: { zh: '受理（简易办理）', en: 'Accept (simple procedure)' },
    source: {
      zh: '《信访事项简易办理办法（试行）》（2016）：3个工作日',
      en: 'Simple procedure (2016 trial): 3 working days',
    },
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { procedure: 'simple' } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 3 },
    dischargedBy: [{ event: 'CaseAccepted' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
];

const handling: readonly DutyRule[] = [
  {
    id: 'answer',
    name: { zh: '办结并出具处理意见', en: 'Answer with a written opinion' },
    source: {
      zh: '《信访工作条例》第三十四条（60日，可延长一次不超过30日）；申诉求决以外的途径适用同一期限为本地设定',
      en: 'Regulations on Petition Work (2022), Art. 34 (60 days, extended once by at most 30); the same period on the other routes is a local setting',
    },
    kind: 'duty',
    raisedBy: [{ event: 'CaseAccepted', where: { procedure: 'ordinary' } }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'days', amount: 60 },
    dischargedBy: [{ event: 'CaseAnswered' }],
    cancelledBy: takenAway,
    extendedBy: { event: 'AnswerExtended', daysField: 'days', max_days: 30 },
    escalation: stepsInDays({ remind: 7, supervise: 3, review: 10 }),
  },
  {
    id: 'answer-simple',
    name: { zh: '办结并答复（简易办理）', en: 'Answer (simple procedure)' },
    source: {
      zh: '《信访事项简易办理办法（试行）》（2016）：10个工作日；延长上限30日为本地设定',
      en: 'Simple procedure (2016 trial): 10 working days; at most 30 more is a local setting',
    },
    kind: 'duty',
    raisedBy: [{ event: 'CaseAccepted', where: { procedure: 'simple' } }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 10 },
    dischargedBy: [{ event: 'CaseAnswered' }],
    cancelledBy: takenAway,
    extendedBy: { event: 'AnswerExtended', daysField: 'days', max_days: 30 },
    escalation: stepsInDays({ remind: 2, supervise: 3, review: 10 }),
  },
  {
    id: 'extension-notice',
    name: { zh: '告知延期理由', en: 'Tell the petitioner why it is extended' },
    source: article('三十四', '34', { zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'AnswerExtended' }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'ExtensionTold' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  {
    id: 'closing-report',
    name: { zh: '报送办结报告', en: 'Send the closing report' },
    source: article('二十二', '22', {
      zh: '交办未定期限时的90日',
      en: '90 days where the assignment sets no period',
    }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { mode: 'assign' } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { field: 'resultWithin_days', otherwise: { unit: 'days', amount: 90 } },
    dischargedBy: [{ event: 'ClosingReported' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 5, supervise: 3, review: 10 }),
  },
  {
    id: 'close',
    name: { zh: '办结归档', en: 'Close the case' },
    source: { zh: '本地设定：答复后15日', en: 'Local setting: 15 days after the answer' },
    kind: 'duty',
    raisedBy: [{ event: 'CaseAnswered' }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'CaseClosed' }],
    escalation: stepsInDays({ remind: 3, supervise: 7 }),
  },
];

/**
 * 信访工作条例, in force from 2022-05-01. It does not say how the first day or a last day on a holiday counts: the
 * first day is left out and the last day rolls forward, as in Art. 201 and 203 of the Civil Code (local setting).
 * Offsets of the escalation steps are local settings throughout.
 */
export const xinfang2022: PolicyPack = {
  id: 'xinfang-2022',
  version: 1,
  name: { zh: '信访工作条例（2022）', en: 'Regulations on Petition Work (2022)' },
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  lastDay: 'roll-forward',
  firstDay: 'excluded',
  duties: [...receiving, ...returnDuties, ...handling, ...accountabilityDuties],
  ladder: article39Ladder,
};
