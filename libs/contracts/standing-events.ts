import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, fault, instant, office, origin, recomputed, uuid } from './fields';

const ofStanding = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ office, ...origin, ...shape });

export const standingContracts = {
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
