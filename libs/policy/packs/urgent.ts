import type { DutyRule, Text } from '../pack';
import { stepsInHours } from './steps';

/** Hours that an office of each level has to tell the one above it. */
const REPORT_hours: Readonly<Record<string, number>> = {
  village: 1,
  township: 1,
  county: 2,
  city: 2,
  province: 4,
};
const ACKNOWLEDGE_hours = 1;

const source: Text = {
  zh: '《信访工作条例》第二十五条；逐级报告、签收及各级时限为本地设定',
  en: 'Regulations on Petition Work (2022), Art. 25; level by level, acknowledgement and the hours of each level are local settings',
};

/** 逐级报告: each level has its own clock, and the level above its clock to acknowledge; silence escalates. */
export const urgencyGoesUp: readonly DutyRule[] = [
  ...Object.entries(REPORT_hours).map(([level, amount]): DutyRule => ({
    id: `report-up-${level}`,
    name: { zh: '向上一级报告紧急情况', en: 'Report the urgent matter to the level above' },
    source,
    kind: 'duty',
    raisedBy: [{ event: 'ReportUpOwed', where: { level } }],
    each: { key: 'from' },
    owner: { field: 'from' },
    overseer: { field: 'to' },
    period: { unit: 'hours', amount },
    dischargedBy: [{ event: 'ReportedUp' }],
    escalation: stepsInHours({ supervise: 1, review: 24 }),
  })),
  {
    id: 'acknowledge-report',
    name: { zh: '签收下级紧急情况报告', en: 'Acknowledge the report from the level below' },
    source,
    kind: 'duty',
    raisedBy: [{ event: 'ReportedUp' }],
    each: { key: 'from' },
    owner: { field: 'to' },
    overseer: { field: 'to' },
    period: { unit: 'hours', amount: ACKNOWLEDGE_hours },
    dischargedBy: [{ event: 'ReportAcknowledged' }],
    escalation: stepsInHours({ supervise: 1, review: 24 }),
  },
];
