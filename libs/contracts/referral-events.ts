import { z } from 'zod';
import type { Contracts } from './contract';
import { office, origin, uuid } from './fields';

const ofReferral = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    reviewId: uuid,
    ...origin,
    referral: z.string().describe('`f1`, `f2`, … in the review'),
    to: office.describe('the discipline commission'),
    reviewer: office.describe('the office that reviewed, and handed it over'),
    office: office.describe('the office that was found on'),
    caseId: uuid,
    by: office.describe('the office that acted'),
    ...shape,
  });

/** What a referral was for, and what was said of it, stays in the log. */
export const referralContracts = {
  'huiyin.review.referred.v1': {
    zh: '移送纪检',
    en: 'The review was handed to discipline, with its evidence.',
    data: ofReferral({ link: z.string().optional() }),
  },
  'huiyin.review.referral-received.v1': {
    zh: '签收移送',
    en: 'Discipline has received the referral.',
    data: ofReferral({}),
  },
  'huiyin.review.referral-answered.v1': {
    zh: '反馈移送办理情况',
    en: 'Discipline says what becomes of the referral: of which kind, never on whom.',
    data: ofReferral({
      outcome: z.enum([
        'taken-up',
        'returned',
        'no-grounds',
        'admonition',
        'organisational-handling',
        'discipline',
        'passed-to-prosecution',
      ]),
      concluded: z.boolean().describe('nothing more is to come'),
    }),
  },
  'huiyin.review.referral-withdrawn.v1': {
    zh: '撤回移送',
    en: 'The fault that the referral rested on was taken back.',
    data: ofReferral({}),
  },
} as const satisfies Contracts;
