import type { DutyRule } from '../pack';
import { stepsInDays } from './steps';

const REMIND_before_hours = 6;

/** 专项行动零报告: silence is not zero. What is missing at the end of the day is a breach, and stays one. */
const driveReport: DutyRule = {
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

/** What came of it is told by the office that called for the reports. */
const driveResult: DutyRule = {
  id: 'drive-result',
  name: { zh: '总结专项行动', en: 'Say what came of the drive' },
  source: {
    zh: '实践做法；结束后10个工作日为本地设定',
    en: 'Practice; 10 working days after its end is a local setting',
  },
  kind: 'duty',
  raisedBy: [{ event: 'DriveOpened' }],
  owner: { field: 'by' },
  overseer: { field: 'by' },
  startsFrom: 'endsAt',
  period: { unit: 'working-days', amount: 10 },
  dischargedBy: [{ event: 'DriveClosed' }],
  escalation: stepsInDays({ remind: 3 }),
};

export const driveDuties: readonly DutyRule[] = [driveReport, driveResult];
