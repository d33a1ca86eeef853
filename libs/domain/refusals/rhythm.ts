import type { RefusalText } from './text';

/** What forbids a step of the rhythm of work and of drives. */
export const RHYTHM_REFUSALS = {
  'time-zone-unknown': { status: 422, en: 'There is no such time zone.', zh: '没有该时区。' },
  'drive-without-days': {
    status: 422,
    en: 'A drive lasts between one day and a quarter.',
    zh: '专项行动的期限为一天至一个季度。',
  },
  'drive-in-the-past': {
    status: 422,
    en: 'A drive begins today or later: nobody can have reported before they were asked.',
    zh: '专项行动的起始日期不得早于今天。',
  },
  'not-below': {
    status: 422,
    en: 'Only offices below the one that opens it can be asked for reports.',
    zh: '只能要求下级单位报告。',
  },
  'report-not-asked': {
    status: 422,
    en: 'The drive asks this office for no report of that day, or the day has not come.',
    zh: '专项行动未要求该单位报告当日情况，或者当日尚未到来。',
  },
  'no-report-up-owed': {
    status: 409,
    en: 'That office owes no report to the one above it.',
    zh: '该单位没有应向上级报告的紧急情况。',
    article: '信访工作条例 第二十五条',
  },
  'no-report-to-acknowledge': {
    status: 409,
    en: 'No report has come from there, or it has been acknowledged.',
    zh: '没有收到该单位的报告，或者已经确认。',
    article: '信访工作条例 第二十五条',
  },
  'reported-already': {
    status: 409,
    en: 'The office has reported for that day.',
    zh: '该单位当日已报告。',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
