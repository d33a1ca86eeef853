import type { RefusalText } from './text';

/** What keeps a case from being closed or archived. */
export const CLOSING_REFUSALS = {
  'claim-not-carried-out': {
    status: 409,
    en: 'A supported claim is still to be carried out.',
    zh: '支持的诉求尚未落实，不得办结。',
    article: '信访工作条例 第三十二条',
  },
  'answer-not-told': {
    status: 409,
    en: 'The petitioner has not been told of the answer.',
    zh: '处理意见尚未告知信访人，不得办结。',
    article: '信访工作条例 第三十二条',
  },
  'instalment-open': {
    status: 409,
    en: 'An instalment of an agreement is still owed.',
    zh: '协议尚有分期未履行，不得办结。',
    article: '信访工作条例 第三十三条',
  },
  'mediation-open': {
    status: 409,
    en: 'A mediation is still running.',
    zh: '调解尚未结束。',
    article: '信访工作条例 第三十三条',
  },
  'hearing-open': {
    status: 409,
    en: 'A hearing has not been held and recorded yet.',
    zh: '听证尚未结束并形成记录。',
    article: '信访工作条例 第三十一条',
  },
  'review-open': {
    status: 409,
    en: 'A review that was asked for has not been decided.',
    zh: '复查或复核尚未作出意见。',
    article: '信访工作条例 第三十五条',
  },
  'final-paper-open': {
    status: 409,
    en: 'The final paper has not been issued.',
    zh: '终结文书尚未出具。',
    article: '信访工作条例 第三十六条',
  },
  'duty-open': {
    status: 409,
    en: 'Another duty on the case is still open.',
    zh: '尚有其他职责未履行，不得办结。',
    article: '信访工作条例 第三十四条',
  },
  'already-archived': {
    status: 409,
    en: 'The file has been archived.',
    zh: '案卷已归档。',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
