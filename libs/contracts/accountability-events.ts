import { z } from 'zod';
import { adviceContracts } from './advice-events';
import type { Contracts } from './contract';
import { owedContracts } from './owed-events';
import { referralContracts } from './referral-events';
import { duty, fault, instant, office, origin, recomputed, uuid } from './fields';

const ofSupervision = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ supervisionId: uuid, ...origin, ...shape });
const ofReview = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ reviewId: uuid, ...origin, ...shape });
const ofStanding = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ office, ...origin, ...shape });

const finding = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('fault'), ...fault, reasons: z.string() }),
  z.object({ outcome: z.literal('no-fault'), reasons: z.string() }),
]);

/** Of the step `OfficeReplaced`. */
const replaced = {
  from: office.optional().describe('the office that was succeeded'),
  to: office.optional().describe('the office that has now what that one had'),
};

const supervision = {
  'huiyin.supervision.ordered.v1': {
    zh: '督办',
    en: 'An overseer supervises how an office handles a case.',
    data: ofSupervision({
      pack: z.string(),
      caseId: uuid,
      office,
      by: office.describe('the overseer'),
      trigger: z.enum([
        'breach',
        'passing-on',
        'perfunctory',
        'delay',
        'false-result',
        'refused-opinion',
        'repeats',
        'joint-letter',
        'instruction',
        'handed-down',
      ]),
      ground: z.string().optional().describe('as it was recorded, where that is finer than `trigger`'),
      dutyId: z.string().optional(),
      rule: z.string().optional(),
      dueAt: instant.optional(),
    }),
  },
  'huiyin.supervision.replied.v1': {
    zh: '督办回复',
    en: 'The office replied.',
    data: ofSupervision({ by: office }),
  },
  'huiyin.supervision.closed.v1': {
    zh: '督办办结',
    en: 'The supervision ended.',
    data: ofSupervision({ by: office, solved: z.boolean(), reasons: z.string() }),
  },
  'huiyin.supervision.step-taken.v1': {
    zh: '督办中的步骤',
    en: 'Acknowledged, looked at, visited, hung out, or the reply returned.',
    data: ofSupervision({
      step: z.string().describe('type of the event, such as `SupervisionListed`'),
      by: office.describe('the office that took it'),
      ...replaced,
    }),
  },
  'huiyin.supervision.office-reminded.v1': {
    zh: '催办',
    en: 'The office was reminded of its reply.',
    data: ofSupervision(duty),
  },
  'huiyin.supervision.duty-breached.v1': {
    zh: '逾期',
    en: 'The office did not reply in time.',
    data: ofSupervision({ ...duty, overseer: office }),
  },
  'huiyin.supervision.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates of the order.',
    data: ofSupervision(recomputed),
  },
} as const satisfies Contracts;

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

const review = {
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

const standing = {
  'huiyin.standing.fault-counted.v1': {
    zh: '计入',
    en: 'A confirmed fault counts on the standing of the office.',
    data: ofStanding({
      pack: z.string(),
      reviewId: uuid,
      caseId: uuid,
      ...fault,
      at: instant,
      happenedAt: instant.optional().describe('when the duty was missed'),
      inWindow: z.int().describe("confirmed faults inside the ladder's window, this one included"),
    }),
  },
  'huiyin.standing.fault-set-aside.v1': {
    zh: '暂不计入、撤销计入',
    en: 'A fault no longer counts: it is disputed, or was taken back.',
    data: ofStanding({ reviewId: uuid, caseId: uuid, at: instant, inWindow: z.int() }),
  },
  'huiyin.standing.rung-withdrawn.v1': {
    zh: '撤回措施',
    en: 'What led to the rung no longer counts: the office stands where the rest leads, or nowhere.',
    data: ofStanding({ rung: z.string(), to: z.string().optional(), at: instant }),
  },
  'huiyin.standing.rung-reached.v1': {
    zh: '问责措施',
    en: 'The office reached a rung of the ladder.',
    data: ofStanding({
      pack: z.string(),
      rung: z.string(),
      faults: z.int().describe('confirmed faults that count together; 0 where a placing led here'),
      placings: z.int().optional().describe('placings among the worst that count together'),
      at: instant,
    }),
  },
  'huiyin.standing.rung-left.v1': {
    zh: '解除措施',
    en: 'The office came down from a rung.',
    data: ofStanding({ rung: z.string(), reasons: z.string() }),
  },
  'huiyin.standing.step-taken.v1': {
    zh: '阶梯上的步骤',
    en: 'Something that a rung asks for was ordered or done.',
    data: ofStanding({
      step: z.string().describe('type of the event, such as `TalkOrdered`'),
      by: office.optional().describe('the office that owes it, or has done it'),
      order: z.string().optional().describe('`rung/what`'),
    }),
  },
  'huiyin.standing.office-reminded.v1': {
    zh: '催办',
    en: 'An office was reminded of what a rung asks for.',
    data: z.object({ ...origin, ...duty }),
  },
  'huiyin.standing.duty-breached.v1': {
    zh: '逾期',
    en: 'What a rung asks for was not done in time.',
    data: z.object({ ...origin, ...duty, overseer: office }),
  },
  'huiyin.standing.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates.',
    data: z.object({ ...origin, ...recomputed }),
  },
} as const satisfies Contracts;

const drive = {
  'huiyin.drive.step-taken.v1': {
    zh: '专项行动的步骤',
    en: 'A drive was opened or closed, an office reported, or a report is missing.',
    data: z.object({
      ...origin,
      driveId: z.string(),
      step: z.string().describe('type of the event, such as `ZeroReported`'),
      by: office.optional().describe('the office that took it'),
      report: z.string().optional().describe('`office/day`'),
    }),
  },
  'huiyin.drive.office-reminded.v1': {
    zh: '催报',
    en: 'An office was reminded of the report that a drive asks for.',
    data: z.object({ ...origin, ...duty, driveId: z.string() }),
  },
  'huiyin.drive.duty-breached.v1': {
    zh: '漏报',
    en: 'A report in a drive is missing; it is not a zero.',
    data: z.object({ ...origin, ...duty, overseer: office, driveId: z.string() }),
  },
} as const satisfies Contracts;

export const accountabilityContracts = {
  ...supervision,
  ...review,
  ...referralContracts,
  ...standing,
  ...drive,
  ...adviceContracts,
  ...owedContracts,
} as const;
