import type { DutyRule } from '../pack';
import { stepsInDays } from './steps';

/* What a supervision order asks for beside its reply. */

export const supervisionDuties: readonly DutyRule[] = [
  {
    id: 'acknowledge-supervision',
    name: { zh: '签收督办', en: 'Acknowledge the supervision order' },
    source: { zh: '本地设定：3个工作日', en: 'Local setting: 3 working days' },
    kind: 'duty',
    raisedBy: [{ event: 'SupervisionOrdered' }],
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 3 },
    // Whoever replies has it in hand.
    dischargedBy: [{ event: 'SupervisionAcknowledged' }, { event: 'SupervisionReplied' }],
    cancelledBy: [{ event: 'SupervisionClosed' }],
    escalation: stepsInDays({ remind: 1 }),
  },
  {
    id: 'report-site-visit',
    name: { zh: '报告实地督查', en: 'Report on the site visit' },
    source: { zh: '本地设定：以计划的日期为准', en: 'Local setting: the day that it was planned for' },
    kind: 'duty',
    raisedBy: [{ event: 'SiteVisitPlanned' }],
    each: { key: 'visit' },
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: { until: 'on' },
    dischargedBy: [{ event: 'SiteVisitReported' }],
    cancelledBy: [{ event: 'SupervisionClosed' }],
    escalation: stepsInDays({ remind: 1 }),
  },
  {
    id: 'solve-listed',
    name: { zh: '挂牌督办限期解决', en: 'Solve what hangs out' },
    source: {
      zh: '《信访工作条例》第三十九条；以挂牌载明的日期为准（本地设定）',
      en: 'Regulations on Petition Work, Art. 39; the day that the listing names is a local setting',
    },
    kind: 'duty',
    raisedBy: [{ event: 'SupervisionListed' }],
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { until: 'until' },
    dischargedBy: [{ event: 'SupervisionClosed', where: { solved: true } }, { event: 'SupervisionDelisted' }],
    cancelledBy: [{ event: 'SupervisionClosed' }],
    escalation: stepsInDays({ remind: 5, review: 3 }),
  },
];
