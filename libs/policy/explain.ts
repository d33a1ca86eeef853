import { HOUR_ms, wallClock } from '@huiyin/kernel';
import type { Duty, RuleBook } from './duty';
import type { Instant, PolicyPack, Text } from './pack';
import { packIndex } from './matching';
import { skippedDays, type Skipped } from './skipped';
import { EVENT_WORDS, FIRST_DAY, LAST_DAY, periodWords, START_WORDS } from './words';

export type Language = 'zh-CN' | 'en';

/** `2026-03-19 23:59` on the zone's wall clock. */
const localTime = (instant: Instant, { timeZone }: PolicyPack): string =>
  new Date(wallClock(Date.parse(instant), timeZone)).toISOString().slice(0, 16).replace('T', ' ');

const hours = (ms: number): number => Math.round((ms / HOUR_ms) * 10) / 10;

const countsDays = ({ period }: Duty): boolean => period.unit === 'days' || period.unit === 'working-days';

/** A deadline that a new version of the calendar has moved shows its old date too. */
function earlierWords({ earlier = [] }: Duty, pack: PolicyPack): Text[] {
  return earlier.map(({ dueAt, calendar, until }) => ({
    zh: `原定${localTime(dueAt, pack)}（日历${calendar}），${localTime(until, pack)}因新日历调整。`,
    en: `It was due by ${localTime(dueAt, pack)} (calendar ${calendar}) until a new calendar moved it on ${localTime(until, pack)}.`,
  }));
}

function countedWords(duty: Duty): Text[] {
  const period = periodWords(duty.period);
  const settings = countsDays(duty) ? [FIRST_DAY[duty.firstDay]] : [];
  if (duty.period.unit === 'days') settings.push(LAST_DAY[duty.lastDay]);
  const words = [
    {
      zh: `期限${period.zh}${settings.map(({ zh }) => `，${zh}`).join('')}。`,
      en: `The period is ${period.en}${settings.map(({ en }) => `; ${en}`).join('')}.`,
    },
  ];
  const { extendedDays } = duty;
  if (extendedDays > 0) words.push({ zh: `延长${extendedDays}日。`, en: `Extended by ${extendedDays} d.` });
  if (duty.paused_ms > 0) {
    words.push(
      countsDays(duty) || duty.period.unit === 'date'
        ? { zh: `暂停${duty.pausedDays}日不计。`, en: `A pause of ${duty.pausedDays} d is not counted.` }
        : {
            zh: `暂停${hours(duty.paused_ms)}小时不计。`,
            en: `A pause of ${hours(duty.paused_ms)} h is not counted.`,
          },
    );
  }
  return words;
}

function skippedWords({ restDays, holidays, makeUpDays }: Skipped): Text[] {
  const zh = holidays.map(({ name, days }) => `${name.zh}${days}天`);
  const en = holidays.map(({ name, days }) => `${days} d of ${name.en}`);
  if (restDays > 0) {
    zh.push(`其他休息日${restDays}天`);
    en.push(`${restDays} other rest day${restDays === 1 ? '' : 's'}`);
  }
  const words: Text[] =
    zh.length > 0 ? [{ zh: `跳过${zh.join('、')}。`, en: `Skipped: ${en.join(', ')}.` }] : [];
  if (makeUpDays > 0)
    words.push({ zh: `含调休上班${makeUpDays}天。`, en: `Make-up working days that count: ${makeUpDays}.` });
  return words;
}

function provisionalWords({ calendar }: Duty): Text {
  return {
    zh: `该日期为暂定：日历${calendar}尚未覆盖相应年份。`,
    en: `The date is provisional: calendar ${calendar} does not cover that year yet.`,
  };
}

function startWords({ startedAs, raisedByType }: Duty): Text {
  if (startedAs !== undefined) return START_WORDS[startedAs] ?? { zh: '', en: '' };
  const { zh, en } = EVENT_WORDS[raisedByType] ?? { zh: raisedByType, en: raisedByType };
  return { zh, en: `when it was ${en}` };
}

/** Why a duty is due when it is, in words: what raised it, by which rule, and how the days were counted. */
export function explain(duty: Duty, rules: RuleBook, language: Language): string {
  const pack = rules.pack(duty.policy);
  const rule = packIndex(pack).rule.get(duty.rule);
  const name: Text = rule?.name ?? { zh: duty.rule, en: duty.rule };
  const from = startWords(duty);
  const [due, start] = [localTime(duty.dueAt, pack), localTime(duty.startedAt, pack)];
  const instance = duty.instance === undefined ? '' : ` ${duty.instance}`;
  const words: Text[] = [
    {
      zh: `“${name.zh}${instance}”应于${due}（${pack.timeZone}）前完成。自${start}${from.zh}起算。`,
      en: `"${name.en}${instance}" is due by ${due} (${pack.timeZone}). It runs from ${start}${from.en && `, ${from.en}`}.`,
    },
    ...(rule ? [{ zh: `依据：${rule.source.zh}。`, en: `By ${rule.source.en}.` }] : []),
    ...countedWords(duty),
    ...earlierWords(duty, pack),
    ...skippedWords(skippedDays(duty, pack, rules.calendar(duty.calendar))),
    ...(duty.status === 'paused' ? [{ zh: '目前暂停计时。', en: 'The clock is paused now.' }] : []),
    ...(duty.provisional ? [provisionalWords(duty)] : []),
    {
      zh: `规则${duty.policy}，日历${duty.calendar}。`,
      en: `Policy ${duty.policy}, calendar ${duty.calendar}.`,
    },
  ];
  return language === 'en' ? words.map(({ en }) => en).join(' ') : words.map(({ zh }) => zh).join('');
}
