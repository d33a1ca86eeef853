import type { RefusalText } from './text';

/** What forbids a step of a hearing, a review or a re-review. */
export const REVIEWING_REFUSALS = {
  'no-hearing': {
    status: 409,
    en: 'No hearing is running.',
    zh: '没有正在进行的听证。',
    article: '信访工作条例 第三十一条',
  },
  'hearing-not-announced': {
    status: 409,
    en: 'No hearing has been announced.',
    zh: '听证尚未公告通知。',
    article: '信访工作条例 第三十一条',
  },
  'hearing-notice-too-short': {
    status: 422,
    en: 'A hearing is announced at least seven days ahead.',
    zh: '听证应至少提前七日通知。',
    article: '信访工作条例 第三十一条',
  },
  'hearing-before-its-day': {
    status: 409,
    en: 'The hearing is announced for a later day.',
    zh: '未到听证通知的日期。',
    article: '信访工作条例 第三十一条',
  },
  'panel-incomplete': {
    status: 422,
    en: 'A panel has one chair and an odd number of members, at least three.',
    zh: '听证员应为三人以上单数，并有一名主持人。',
    article: '信访工作条例 第三十一条',
  },
  'hearing-without-review': {
    status: 409,
    en: 'After the opinion a hearing is held in a review or re-review.',
    zh: '作出处理意见后，听证应在复查或复核中举行。',
    article: '信访工作条例 第三十六条',
  },
  'review-window-closed': {
    status: 409,
    en: 'The period for asking a review is over, or has not begun.',
    zh: '申请复查的期限已过或尚未开始。',
    article: '信访工作条例 第三十五条',
  },
  're-review-window-closed': {
    status: 409,
    en: 'The period for asking a re-review is over, or has not begun.',
    zh: '申请复核的期限已过或尚未开始。',
    article: '信访工作条例 第三十六条',
  },
  'no-review-asked': {
    status: 409,
    en: 'No review of this stage has been asked for.',
    zh: '没有待处理的该级复查复核申请。',
    article: '信访工作条例 第三十五条',
  },
  'reviewed-already': {
    status: 409,
    en: 'The opinion has been reviewed; the next step is the re-review.',
    zh: '该意见已经复查，可申请复核。',
    article: '信访工作条例 第三十六条',
  },
  'not-reviewed-yet': {
    status: 409,
    en: 'A re-review follows a review.',
    zh: '未经复查，不得申请复核。',
    article: '信访工作条例 第三十六条',
  },
  'not-the-next-level': {
    status: 422,
    en: 'The next level above decides.',
    zh: '应向上一级机关、单位申请。',
    article: '信访工作条例 第三十五条',
  },
  'next-level-unknown': {
    status: 422,
    en: 'The directory names no next level; say which office it is.',
    zh: '单位名录中没有上一级单位，请指明受理单位。',
    article: '信访工作条例 第三十五条',
  },
  'change-unsaid': {
    status: 422,
    en: 'A change, and only a change, says which claims come out how.',
    zh: '变更意见应写明变更的诉求及结果，其他意见不得写明。',
    article: '信访工作条例 第三十五条',
  },
  'same-answer-again': {
    status: 409,
    en: 'An answer that is made anew does not repeat the one that was set aside.',
    zh: '重新作出的处理意见不得与原意见相同。',
    article: '信访工作条例 第三十五条',
  },
  'matter-final': {
    status: 409,
    en: 'The matter is final: the same facts and reasons are not accepted again.',
    zh: '该事项已三级终结，同一事实和理由不再受理。',
    article: '信访工作条例 第三十六条',
  },
  'no-final-paper-owed': {
    status: 409,
    en: 'There is no re-review to issue a final paper for.',
    zh: '没有应出具终结文书的复核意见。',
    article: '信访工作条例 第三十六条',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
