import type { WorkCalendar } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** No day is both off and worked, and every day named lies in a year that the calendar covers. */
export function aCalendarDoesNotContradictItself(id: string, calendar: WorkCalendar): Verdict {
  const invalid = (problem: string): Verdict => ({ code: 'calendar-invalid', facts: { problem } });
  if (calendar.id !== id) return invalid(`id: is ${calendar.id}, adopted as ${id}`);
  const { firstYear, lastYear } = calendar;
  if (firstYear > lastYear) return invalid(`firstYear ${firstYear} comes after lastYear ${lastYear}`);
  const makeUp = new Set(calendar.makeUpDays);
  const both = calendar.daysOff.find((day) => makeUp.has(day));
  if (both) return invalid(`${both} is both off and worked`);
  const outside = [...calendar.daysOff, ...calendar.makeUpDays].find((day) => {
    const year = Number(day.slice(0, 4));
    return year < firstYear || year > lastYear;
  });
  return outside ? invalid(`${outside} lies outside ${firstYear}–${lastYear}`) : undefined;
}
