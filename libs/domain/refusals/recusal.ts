import type { RefusalText } from './text';

/** What forbids an office or its staff to act in a case. */
export const RECUSAL_REFUSALS = {
  'accused-office': {
    status: 422,
    en: 'An accused or recused office, or one below or after it, neither receives the case nor acts in it.',
    zh: '被检举控告或者应当回避的单位及其下属单位、承继单位不得接收、办理该信访事项。',
    article: '信访工作条例 第三十条',
  },
  'receiver-accused': {
    status: 422,
    en: 'Another office has to receive the case: the one named is accused, or below one that is.',
    zh: '接收单位被检举控告或者属于被检举控告单位的下属，应由其他单位接收。',
    article: '信访工作条例 第三十条',
  },
  'staff-recused': {
    status: 422,
    en: 'Staff who have recused take no step in the case.',
    zh: '已回避的工作人员不得办理该信访事项。',
    article: '信访工作条例 第二十八条',
  },
  'own-recusal': {
    status: 422,
    en: 'Nobody decides on their own recusal.',
    zh: '不得自行决定本单位、本人的回避。',
    article: '信访工作条例 第二十八条',
  },
  'recusal-undecided': {
    status: 409,
    en: 'The recusal that was asked for is decided first.',
    zh: '应先决定已提出的回避申请。',
    article: '北京市信访条例（2006）',
  },
  'no-recusal-asked': { status: 409, en: 'No recusal has been asked for.', zh: '没有待决定的回避申请。' },
} as const satisfies Readonly<Record<string, RefusalText>>;
