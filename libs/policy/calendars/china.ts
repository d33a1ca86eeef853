import type { LocalDate } from '@huiyin/kernel';
import type { Text, WorkCalendar } from '../pack';
import { dateOf, dayNumber } from '../work-days';
import { CHINA_HOLIDAY_NAMES, CHINA_YEARS } from './china-data';

interface Run {
  makeUp: boolean;
  name: string;
  days: LocalDate[];
}

/** `元旦 0101-0103` or `+元旦 0104` of a year. */
function parse(year: string, entry: string): Run {
  const match = /^(\+?)(\S+) (\d\d)(\d\d)(?:-(\d\d)(\d\d))?$/.exec(entry);
  if (!match) throw new Error(`calendar data of ${year}: ${entry}`);
  const [, plus, name, month, day, lastMonth = month, lastDay = day] = match;
  const first = dayNumber(`${year}-${month}-${day}`);
  const last = dayNumber(`${year}-${lastMonth}-${lastDay}`);
  const days = Array.from({ length: last - first + 1 }, (_, index) => dateOf(first + index));
  return { makeUp: plus === '+', name: name!, days };
}

function build(): WorkCalendar {
  const years = Object.keys(CHINA_YEARS).map(Number);
  const runs = Object.entries(CHINA_YEARS).flatMap(([year, text]) =>
    text.split('; ').map((entry) => parse(year, entry)),
  );
  const off = runs.filter(({ makeUp }) => !makeUp);
  const holidays: Record<LocalDate, Text> = {};
  for (const { name, days } of off) {
    for (const day of days) holidays[day] = { zh: name, en: CHINA_HOLIDAY_NAMES[name] ?? name };
  }
  return {
    id: 'cn',
    version: 1,
    name: { zh: '中国工作日历（国务院办公厅放假通知）', en: "China's working days (State Council notices)" },
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    daysOff: off.flatMap(({ days }) => days),
    makeUpDays: runs.filter(({ makeUp }) => makeUp).flatMap(({ days }) => days),
    holidays,
  };
}

export const chinaCalendar: WorkCalendar = build();
