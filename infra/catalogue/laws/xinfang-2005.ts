import { lawSpec, type Law } from './law';

export const XINFANG_2005: Law = {
  name: '信访条例 Regulations on Letters and Visits (2005)',
  named: '信访条例',
  specs: [lawSpec('xinfang-2005')],
  rows: [
    { article: '第二十一条', what: 'Sorted and sent in 15 d', shown: ['sorted and sent in 15 d'] },
    {
      article: '第二十二条',
      what: 'Acceptance decided, and told, in 15 d',
      shown: ['whether it is accepted is decided in 15 d', 'told in writing in 15 d'],
    },
    {
      article: '第三十三条',
      what: 'Closed in 60 d, extended by at most 30 d, on every route',
      shown: ['closed in 60 d', 'by at most 30 d'],
    },
    { article: '第三十四条', what: 'Review: 30 and 30 d', shown: ['a review is asked in 30 d'] },
    { article: '第三十五条', what: 'Re-review: 30 and 30 d', shown: ['so is a re-review'] },
    {
      article: '第三十六条',
      what: 'Advice and orders answered in 30 d, a refusal with its reasons',
      shown: ['advice and orders are answered in 30 d', 'gives its reasons'],
    },
    {
      what: 'No 5-day objection; old cases keep it',
      shown: ['knows no 5-day objection', 'old cases keep it'],
    },
  ],
};
