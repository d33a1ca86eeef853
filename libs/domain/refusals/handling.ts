import type { RefusalText } from './text';

/** What forbids a step between acceptance and answer. */
export const HANDLING_REFUSALS = {
  'already-extended': {
    status: 409,
    en: 'The period can be extended once.',
    zh: '办理期限只能延长一次。',
    article: '信访工作条例 第三十四条',
  },
  'nothing-to-extend': {
    status: 409,
    en: 'No answer with an extendable period is owed.',
    zh: '没有可延长的办理期限。',
    article: '信访工作条例 第三十四条',
  },
  'no-extension-to-tell': {
    status: 409,
    en: 'There is no extension to tell the petitioner of.',
    zh: '没有需要告知的延期。',
    article: '信访工作条例 第三十四条',
  },
  'not-the-head': {
    status: 422,
    en: "An extension is approved by a post of the office's head that the directory knows to be held.",
    zh: '延长办理期限须经本单位在任负责人批准。',
    article: '信访工作条例 第三十四条',
  },
  'closing-report-missing': {
    status: 409,
    en: 'An assigned case is closed after its closing report.',
    zh: '交办事项应先提交办结报告。',
    article: '信访工作条例 第二十二条',
  },
  'already-reported': {
    status: 409,
    en: 'The closing report has been handed in.',
    zh: '办结报告已提交。',
    article: '信访工作条例 第二十二条',
  },
  'already-rated': {
    status: 409,
    en: 'This answer has been rated.',
    zh: '该答复已经评价。',
    article: '信访工作条例 第二十一条',
  },
  'rated-by-an-office': {
    status: 422,
    en: 'The petitioner rates: no office gives a rating.',
    zh: '满意度由信访人评价，任何单位不得代为评价。',
    article: '信访工作条例 第二十一条',
  },
  'urgent-already': {
    status: 409,
    en: 'The matter was found grave or urgent already.',
    zh: '该事项已认定为重大、紧急信访事项。',
    article: '信访工作条例 第二十五条',
  },
  'no-urgent-report-owed': {
    status: 409,
    en: 'No report of a grave or urgent matter is owed there.',
    zh: '没有应向该处报告的重大、紧急信访事项。',
    article: '信访工作条例 第二十五条',
  },
  'not-assigned': {
    status: 409,
    en: 'A stage report is owed on an assigned case only.',
    zh: '只有交办的信访事项需要报告阶段性情况。',
    article: '北京市信访条例（2006）',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
