import type { RefusalText } from './text';

/** What forbids a step of advice, awards and targets. */
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
} as const satisfies Readonly<Record<string, RefusalText>>;
