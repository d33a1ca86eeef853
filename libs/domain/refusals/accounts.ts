import type { RefusalText } from './text';

/** What a relief fund and a ledger of items refuse. */
export const ACCOUNT_REFUSALS = {
  'relief-beyond-budget': {
    status: 409,
    en: 'The fund has less left than that.',
    zh: '救助资金余额不足。',
    article: '信访工作条例 第三十七条',
  },
  'relief-unknown': {
    status: 422,
    en: 'The fund has no such request.',
    zh: '没有该项救助申请。',
    article: '信访工作条例 第三十七条',
  },
  'relief-elsewhere': {
    status: 409,
    en: 'The request has another status.',
    zh: '该项救助申请的状态不允许此步骤。',
    article: '信访工作条例 第三十七条',
  },
  'item-unknown': {
    status: 422,
    en: 'The ledger has no such item.',
    zh: '台账中没有该项。',
  },
  'item-elsewhere': {
    status: 409,
    en: 'The item has another status.',
    zh: '该项的状态不允许此步骤。',
  },
  'own-item': {
    status: 409,
    en: 'An item is cancelled off by another office than its owner.',
    zh: '不得由责任单位自行销号。',
  },
  'items-open': {
    status: 409,
    en: 'An item of the ledger is still open.',
    zh: '台账尚有未销号事项，不得归档。',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
