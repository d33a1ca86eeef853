import type { ExamplesOf } from '../decider';
import type { calendarCommands } from './commands';

const spring2027 = ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'];
const calendar = {
  id: 'cn',
  version: 1,
  name: { zh: '中国工作日历', en: "China's working days" },
  firstYear: 2027,
  lastYear: 2027,
  daysOff: spring2027,
  makeUpDays: ['2027-02-06'],
  holidays: { '2027-02-08': { zh: '春节', en: 'Spring Festival' } },
};

export const calendarExamples: ExamplesOf<typeof calendarCommands> = {
  AdoptCalendar: [
    { calendar },
    { calendar: { ...calendar, version: 2, daysOff: [...spring2027, '2027-02-15'] } },
  ],
};
