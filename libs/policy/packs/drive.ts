import type { DutyRule } from '../pack';

const REMIND_before_hours = 6;

/** 专项行动零报告: silence is not zero. What is missing at the end of the day is a breach, and stays one. */
export const driveReport: DutyRule = {
  id: 'drive-report',
  name: { zh: '专项行动每日报告（零报告）', en: 'Report in the drive each day, nothing included' },
  source: {
    zh: '实践做法：专项行动日报告、零报告；当日24时为本地设定',
    en: 'Practice: daily and zero reports in a drive; the end of the day is a local setting',
  },
  kind: 'duty',
  raisedBy: [{ event: 'ReportsCalled' }],
  each: { list: 'reports', key: 'report' },
  owner: { field: 'office' },
  overseer: { field: 'by' },
  startsFrom: 'opensAt',
  period: { until: 'day' },
  dischargedBy: [{ event: 'ZeroReported' }, { event: 'MattersReported' }],
  cancelledBy: [{ event: 'DriveClosed' }],
  escalation: [
    { do: 'remind', offset: { unit: 'hours', amount: -REMIND_before_hours } },
    { do: 'breach', offset: { unit: 'hours', amount: 0 } },
  ],
};
