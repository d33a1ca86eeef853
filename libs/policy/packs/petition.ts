import type { DutyRule, Text } from '../pack';
import { takenAway } from './case';
import { handledElsewhere } from './record';
import { stepsInDays } from './steps';

/* What both regulations ask for in the same way; each pack names its own articles. Offsets are local settings. */

/** The petition department registers and sorts within 15 days of receipt. */
export const sortAndSend = (source: Text): DutyRule => ({
  id: 'sort-and-send',
  name: { zh: '登记分流（转送、交办）', en: 'Register, sort and send' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'CaseRegistered' }],
  owner: { field: 'receiver' },
  overseer: { field: 'receiver' },
  startsFrom: 'receivedAt',
  period: { unit: 'days', amount: 15 },
  dischargedBy: [{ event: 'CaseSent' }, { event: 'CaseDirected' }],
  cancelledBy: handledElsewhere,
  escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
});

/** Within 60 days of acceptance, extended once by at most 30. */
export const answer = (source: Text): DutyRule => ({
  id: 'answer',
  name: { zh: '办结并出具处理意见', en: 'Answer with a written opinion' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'CaseAccepted', where: { procedure: 'ordinary' } }],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'days', amount: 60 },
  dischargedBy: [{ event: 'CaseAnswered' }],
  cancelledBy: takenAway,
  extendedBy: { event: 'AnswerExtended', daysField: 'days', max_days: 30 },
  escalation: stepsInDays({ remind: 7, supervise: 3, review: 10 }),
});

/** The petitioner is told why it takes longer. */
export const extensionNotice = (source: Text): DutyRule => ({
  id: 'extension-notice',
  name: { zh: '告知延期理由', en: 'Tell the petitioner why it is extended' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'AnswerExtended' }],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'working-days', amount: 5 },
  dischargedBy: [{ event: 'ExtensionTold' }],
  cancelledBy: takenAway,
  escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
});

/** An assigned case owes a closing report by the day that the assignment sets. */
export const closingReport = (source: Text): DutyRule => ({
  id: 'closing-report',
  name: { zh: '报送办结报告', en: 'Send the closing report' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'CaseSent', where: { mode: 'assign' } }],
  owner: { field: 'to' },
  overseer: { field: 'by' },
  period: { field: 'resultWithin_days', otherwise: { unit: 'days', amount: 90 } },
  dischargedBy: [{ event: 'ClosingReported' }],
  cancelledBy: takenAway,
  escalation: stepsInDays({ remind: 5, supervise: 3, review: 10 }),
});

/** Beijing 2006: late on an assigned matter, the office says why, and how far it is. */
export const stageReport: DutyRule = {
  id: 'stage-report',
  name: { zh: '说明逾期理由并报告阶段性情况', en: 'Say why it is late, and how far it is' },
  source: {
    zh: '《北京市信访条例》（2006）；5个工作日为本地设定',
    en: 'Beijing Petition Regulations (2006); 5 working days is a local setting',
  },
  kind: 'duty',
  option: 'stage-report',
  raisedBy: [{ event: 'DutyBreached', where: { rule: 'closing-report' } }],
  owner: { field: 'office' },
  overseer: { field: 'overseer' },
  period: { unit: 'working-days', amount: 5 },
  dischargedBy: [{ event: 'StageReported' }],
  cancelledBy: [{ event: 'ClosingReported' }, ...takenAway],
  escalation: stepsInDays({ remind: 1, supervise: 3 }),
};

export const close: DutyRule = {
  id: 'close',
  name: { zh: '办结归档', en: 'Close the case' },
  source: { zh: '本地设定：答复后15日', en: 'Local setting: 15 days after the answer' },
  kind: 'duty',
  raisedBy: [{ event: 'CaseAnswered' }],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'days', amount: 15 },
  dischargedBy: [{ event: 'CaseClosed' }],
  cancelledBy: [{ event: 'AnswerSetAside' }],
  // It stands still while a promise, a hearing, a mediation or a review stops the closing.
  pausedBy: { begin: 'ClosingDeferred', end: 'ClosingResumed' },
  escalation: stepsInDays({ remind: 3, supervise: 7 }),
};
