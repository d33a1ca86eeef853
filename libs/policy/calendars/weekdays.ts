import type { WorkCalendar } from '../pack';

/** Monday to Friday, no holidays: nothing in it can be revised, so it covers every year. */
export const weekdayCalendar: WorkCalendar = {
  id: 'weekdays',
  version: 1,
  name: { zh: '周一至周五', en: 'Monday to Friday' },
  firstYear: 1900,
  lastYear: 9999,
  daysOff: [],
  makeUpDays: [],
};
