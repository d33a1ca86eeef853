import type { RefusalText } from './text';

/** What forbids a step of answering, settling and carrying out. */
export const ANSWERING_REFUSALS = {
  'remedy-unnamed': {
    status: 422,
    en: 'The answer has to name what can be asked for against it, and until when.',
    zh: '处理意见应当载明救济途径和期限。',
    article: '北京市信访条例（2006）',
  },
  'already-told': {
    status: 409,
    en: 'The petitioner has this answer already.',
    zh: '该答复已告知信访人。',
    article: '信访工作条例 第三十二条',
  },
  'nothing-to-carry-out': {
    status: 422,
    en: 'The opinion does not promise to carry this out.',
    zh: '处理意见中没有需要落实的该项内容。',
    article: '信访工作条例 第三十二条',
  },
  'promised-in-the-past': {
    status: 422,
    en: 'Nothing is promised for a day that has passed.',
    zh: '承诺的日期不能早于今天。',
  },
  'gives-up-petitioning': {
    status: 422,
    en: 'An agreement does not ask anyone to give up the right to petition.',
    zh: '协议不得要求放弃信访权利。',
    article: '信访工作条例 第十七条',
  },
  'instalment-unknown': {
    status: 409,
    en: 'No such instalment is owed.',
    zh: '没有该期应履行的承诺。',
    article: '信访工作条例 第三十三条',
  },
  'no-mediation': {
    status: 409,
    en: 'No mediation is running.',
    zh: '没有正在进行的调解。',
    article: '信访工作条例 第三十三条',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
