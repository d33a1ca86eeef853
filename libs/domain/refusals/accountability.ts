import type { RefusalText } from './text';

/** What the way of an accountability review refuses. */
export const ACCOUNTABILITY_REFUSALS = {
  'link-unknown': {
    status: 422,
    en: 'The review has no such link of another office.',
    zh: '倒查中没有该责任环节。',
  },
  'link-found-already': {
    status: 409,
    en: 'The link has its finding; only a dispute changes it.',
    zh: '该责任环节已有认定，只能经异议变更。',
  },
  'link-without-finding': {
    status: 409,
    en: 'Every link under review needs a finding: fault, or no fault with reasons.',
    zh: '每个责任环节都应有认定：有责，或者无责并说明理由。',
  },
  'finding-unknown': {
    status: 409,
    en: 'There is no finding to dispute or to build on.',
    zh: '没有该项认定。',
  },
  'dispute-too-late': {
    status: 409,
    en: 'The period for disputing the finding is over.',
    zh: '对认定提出异议的期限已过。',
  },
  'disputed-already': {
    status: 409,
    en: 'The finding has been disputed once.',
    zh: '该认定已提出过异议。',
  },
  'no-dispute': { status: 409, en: 'No dispute of the finding is open.', zh: '没有待决定的异议。' },
  'no-fault-stands': {
    status: 409,
    en: 'What has to be put right hangs on a fault that stands.',
    zh: '没有成立的过错认定，不能责令整改。',
  },
  'remedy-unknown': { status: 422, en: 'There is no such remedy to carry out.', zh: '没有该项整改措施。' },
  'fault-not-counted': {
    status: 409,
    en: 'The fault does not count on the standing.',
    zh: '该过错未计入。',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
