import type { DutyRule, Text } from '../pack';
import { stepsInDays } from './steps';

const practice = (what: Text): Text => ({
  zh: `目标责任书；${what.zh}为本地设定`,
  en: `Practice: letters of yearly targets; ${what.en} is a local setting`,
});

/** 目标责任书: it is signed, the office reports back when the year is over, and the year is concluded. */
export const targetDuties: readonly DutyRule[] = [
  {
    id: 'sign-targets',
    name: { zh: '签订目标责任书', en: 'Sign the yearly targets' },
    source: practice({ zh: '15日', en: '15 days' }),
    kind: 'duty',
    raisedBy: [{ event: 'TargetsSet' }],
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'TargetsSigned' }],
    escalation: stepsInDays({ remind: 3 }),
  },
  {
    id: 'report-targets',
    name: { zh: '报告年度目标完成情况', en: 'Report back on the yearly targets' },
    source: practice({ zh: '年度结束后30日', en: '30 days after the year' }),
    kind: 'duty',
    raisedBy: [{ event: 'TargetsSigned' }],
    owner: { field: 'office' },
    overseer: { field: 'for' },
    startsFrom: 'yearEndsAt',
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'TargetsReported' }],
    cancelledBy: [{ event: 'TargetsConcluded' }],
    escalation: stepsInDays({ remind: 7 }),
  },
  {
    id: 'conclude-targets',
    name: { zh: '考核年度目标', en: 'Conclude the yearly targets' },
    source: practice({ zh: '年度结束后60日', en: '60 days after the year' }),
    kind: 'duty',
    raisedBy: [{ event: 'TargetsSigned' }],
    owner: { field: 'for' },
    overseer: { field: 'for' },
    startsFrom: 'yearEndsAt',
    period: { unit: 'days', amount: 60 },
    dischargedBy: [{ event: 'TargetsConcluded' }],
    escalation: stepsInDays({ remind: 7 }),
  },
];
