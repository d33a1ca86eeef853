import type { RefusalText } from './text';

/** What forbids a step of supervision and of a written instruction. */
export const SUPERVISION_REFUSALS = {
  'supervision-unsolved': {
    status: 409,
    en: 'What the order is about is not solved: it stays open, or is overruled with reasons.',
    zh: '督办事项尚未解决，不得以解决办结；确需终止的应当说明理由。',
    article: '信访工作条例 第四十条',
  },
  'supervision-unreasoned': {
    status: 422,
    en: 'An order that rests on judgement gives its reasons.',
    zh: '人工发起的督办应当说明理由。',
    article: '信访工作条例 第四十条',
  },
  'own-supervision': {
    status: 422,
    en: 'An office does not supervise itself.',
    zh: '不得由本单位督办本单位。',
    article: '信访工作条例 第四十条',
  },
  'checklist-open': {
    status: 409,
    en: 'Something on the checklist has not been looked at.',
    zh: '督办清单尚有未核查事项。',
    article: '信访工作条例 第四十条',
  },
  'checklist-item-unknown': {
    status: 422,
    en: 'The checklist has no such item that is open.',
    zh: '督办清单没有该项，或者该项已核查。',
  },
  'checklist-full': { status: 409, en: 'The checklist holds no more items.', zh: '督办清单事项数已达上限。' },
  'no-such-visit': {
    status: 422,
    en: 'There is no such visit to report on.',
    zh: '没有待报告的该次实地督查。',
  },
  'no-such-instruction': {
    status: 409,
    en: 'There is no such instruction to report on, or no report to judge.',
    zh: '没有待反馈的该项批示，或者没有待审核的反馈。',
  },
  'listed-already': { status: 409, en: 'It hangs out already.', zh: '已挂牌督办。' },
  'not-listed': { status: 409, en: 'It does not hang out.', zh: '未挂牌督办。' },
} as const satisfies Readonly<Record<string, RefusalText>>;
