// Writes china-data.ts from the data file of chinese-days: node libs/policy/calendars/generate-china.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const { holidays, workdays } = require('chinese-days/dist/chinese-days.json');
const { version } = require('chinese-days/package.json');

const DAY_ms = 86_400_000;
const short = (date) => date.slice(5).replace('-', '');
const following = (date) => new Date(Date.parse(date) + DAY_ms).toISOString().slice(0, 10);

/** Runs of days of one name inside a year: `元旦 0101-0103`. */
function runs(days, mark) {
  const all = [];
  for (const [date, label] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = label.split(',')[1];
    const last = all.at(-1);
    if (last?.name === name && date.slice(5) !== '01-01' && following(last.to) === date) last.to = date;
    else all.push({ name, from: date, to: date });
  }
  return all.map(({ name, from, to }) => ({
    year: from.slice(0, 4),
    text: `${mark}${name} ${short(from)}${from === to ? '' : `-${short(to)}`}`,
  }));
}

const names = Object.fromEntries(
  Object.values(holidays).map((label) => label.split(',').slice(0, 2).reverse()),
);
const entries = [...runs(holidays, ''), ...runs(workdays, '+')];
const years = [...new Set(entries.map(({ year }) => year))].sort();
const lines = years.map((year) => {
  const own = entries.filter((entry) => entry.year === year).map(({ text }) => text);
  return `  ${year}: '${own.join('; ')}',`;
});

writeFileSync(
  new URL('china-data.ts', import.meta.url),
  `/** Days off and, marked +, make-up working days, as the State Council's notices set them. From chinese-days ${version}. */
export const CHINA_YEARS: Readonly<Record<number, string>> = {
${lines.join('\n')}
};

export const CHINA_HOLIDAY_NAMES: Readonly<Record<string, string>> = ${JSON.stringify(names)};
`,
);
