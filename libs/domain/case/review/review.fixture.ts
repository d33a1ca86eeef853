import { on } from '@huiyin/testing/decision';
import { event, toAnswered } from '../case.fixture';

/* The answer of 2026-04-28, reviewed by the district, and re-reviewed by the city. */

export const asked = on(
  '2026-05-10',
  event('ReviewAsked', { stage: 'review', of: 'housing', to: 'district' }),
);
export const decided = { text: '意见', basis: '条例' };
export const upheld = on(
  '2026-06-01',
  event('ReviewDecided', {
    by: 'district',
    office: 'housing',
    stage: 'review',
    outcome: 'uphold',
    ...decided,
  }),
);
export const toAsked = [...toAnswered, asked];
export const toReviewed = [...toAsked, upheld];
export const askedAgain = on(
  '2026-06-15',
  event('ReviewAsked', { stage: 're-review', of: 'district', to: 'city' }),
);
export const finallyUpheld = on(
  '2026-07-01',
  event('ReviewDecided', {
    by: 'city',
    office: 'housing',
    stage: 're-review',
    outcome: 'uphold',
    ...decided,
  }),
);
export const toReReviewed = [...toReviewed, askedAgain, finallyUpheld];
