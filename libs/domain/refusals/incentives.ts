import type { RefusalText } from './text';

/** What forbids a step of advice, awards, targets and the yearly assessment. */
export const INCENTIVE_REFUSALS = {
  'own-advice': {
    status: 422,
    en: 'An office does not advise itself.',
    zh: '不得向本单位提出建议。',
    article: '信访工作条例 第四十条',
  },
  'refusal-without-reasons': {
    status: 422,
    en: 'Whoever does not adopt advice says why.',
    zh: '不采纳建议的，应当说明理由。',
    article: '信访条例 第三十六条',
  },
  'own-award': {
    status: 422,
    en: 'Good practice and awards of an office come from another office.',
    zh: '不得为本单位认定典型经验、授予表彰。',
  },
  'award-on-a-rung': {
    status: 409,
    en: 'An office on a rung of the ladder gets no award before it has come down.',
    zh: '处于问责阶梯期间的单位，在退出阶梯前不得评优表彰。',
    article: '信访工作条例 第三十九条',
  },
  'award-forfeited': {
    status: 409,
    en: 'There is no award for that year: the office was talked to as often as the ladder says.',
    zh: '该年度约谈达到规定次数，已取消评优资格。',
    article: '信访工作条例 第三十九条',
  },
  'award-unknown': { status: 422, en: 'The office has no such award.', zh: '该单位没有该项表彰。' },
  'practice-unknown': {
    status: 422,
    en: 'No such good practice has been noted of the office.',
    zh: '该单位没有该项典型经验。',
  },
  'not-a-target': {
    status: 422,
    en: 'Only how an office does its duties can be a target: what people bring, and how often, never is.',
    zh: '只能以单位履职情况设定目标，不得以信访数量等群众诉求设定目标。',
  },
  'not-signed-by-a-head': {
    status: 422,
    en: "Targets are signed by a post of the office's head that the directory knows to be held.",
    zh: '目标责任书应由单位在任的主要负责人或者分管负责人签字。',
  },
  'target-year-not-over': { status: 409, en: 'The year is not over.', zh: '该年度尚未结束。' },
  'target-without-result': {
    status: 422,
    en: 'A year is concluded with a number counted from the log for each target; for one there is none.',
    zh: '年度结果由指标库按日志逐项计算；有目标未能计算。',
  },
  'assessment-opened': {
    status: 409,
    en: 'The assessment of that year has been opened.',
    zh: '该年度考核已启动。',
    article: '信访工作条例 第三十九条',
  },
  'no-assessment-owed': {
    status: 409,
    en: 'No assessment of that office is owed for that year.',
    zh: '该单位该年度没有待完成的考核。',
    article: '信访工作条例 第三十九条',
  },
  'year-not-over': {
    status: 409,
    en: 'The year to be assessed is not over.',
    zh: '考核年度尚未结束。',
    article: '信访工作条例 第三十九条',
  },
  'assesses-itself': {
    status: 422,
    en: 'The level above assesses; no office assesses itself.',
    zh: '考核由上级进行，不得自我考核。',
    article: '信访工作条例 第三十九条',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
