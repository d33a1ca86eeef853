import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, fault, instant, office, origin, recomputed, replaced, uuid } from './fields';

const ofReview = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ reviewId: uuid, ...origin, ...shape });

const finding = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('fault'), ...fault, reasons: z.string() }),
  z.object({ outcome: z.literal('no-fault'), reasons: z.string() }),
]);

const link = z
  .string()
  .describe('link of the responsibility chain, where it is another office than the one under review');

const afterDispute = {
  by: office,
  office: office.describe('the office that was found on'),
  caseId: uuid,
  link: link.optional(),
  pack: z.string(),
  finding,
  reasons: z.string(),
  confirmedAt: instant,
  happenedAt: instant.optional(),
  superior: office.optional(),
};

export const reviewContracts = {
  'huiyin.review.opened.v1': {
    zh: '责任倒查',
    en: 'A review of how an office handled a case was opened.',
    data: ofReview({
      pack: z.string(),
      caseId: uuid,
      office: office.describe('the office under review'),
      by: office.describe('the office that reviews'),
      dutyId: z.string().optional(),
      rule: z.string().optional(),
      reasons: z.string(),
    }),
  },
  'huiyin.review.side-stated.v1': {
    zh: '陈述申辩',
    en: 'The office stated its side.',
    data: ofReview({ by: office }),
  },
  'huiyin.review.finding-proposed.v1': {
    zh: '拟认定',
    en: 'What the record alone shows; it counts for nothing until it is confirmed.',
    data: ofReview({ by: z.string(), finding }),
  },
  'huiyin.review.finding-confirmed.v1': {
    zh: '认定',
    en: 'The reviewing office decided.',
    data: ofReview({
      by: office,
      office,
      caseId: uuid,
      pack: z.string(),
      happenedAt: instant.optional().describe('when the duty was missed'),
      superior: office.optional().describe('the office above the one found on'),
      link: link.optional(),
      finding,
    }),
  },
  'huiyin.review.finding-disputed.v1': {
    zh: '对认定提出异议',
    en: 'The office disputes the finding: until another office has decided, it counts for nothing.',
    data: ofReview({ by: office, office, caseId: uuid, link: link.optional(), to: office }),
  },
  'huiyin.review.finding-upheld.v1': {
    zh: '维持认定',
    en: 'Another office decided that the finding stands.',
    data: ofReview(afterDispute),
  },
  'huiyin.review.finding-revised.v1': {
    zh: '变更认定',
    en: 'Another office changed the finding; what stood stays on record.',
    data: ofReview({ ...afterDispute, was: finding, cleared: z.boolean().describe('no fault is left') }),
  },
  'huiyin.review.step-taken.v1': {
    zh: '倒查中的步骤',
    en: 'A step beside the finding was taken: evidence assembled, a link heard, a remedy ordered or carried out.',
    data: ofReview({
      step: z.string().describe('type of the event, such as `EvidenceAssembled`'),
      by: office,
      office: office.optional().describe('the office that a remedy was ordered of'),
      ...replaced,
    }),
  },
  'huiyin.review.closed.v1': { zh: '倒查办结', en: 'The review ended.', data: ofReview({ by: office }) },
  'huiyin.review.office-reminded.v1': {
    zh: '催办',
    en: 'The office was reminded of what it owes in the review.',
    data: ofReview(duty),
  },
  'huiyin.review.duty-breached.v1': {
    zh: '逾期',
    en: 'The office missed what it owed in the review.',
    data: ofReview({ ...duty, overseer: office }),
  },
  'huiyin.review.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates of the review.',
    data: ofReview(recomputed),
  },
} as const satisfies Contracts;
