import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, instant, office, origin, recomputed, uuid } from './fields';

const ofAdvice = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ adviceId: uuid, ...origin, ...shape });
const between = {
  office: office.describe('the office that is advised'),
  adviser: office.describe('the petition department that advises it'),
};

/** What was advised and why stays inside: messages say who owes an answer, and which one came. */
export const adviceContracts = {
  'huiyin.advice.given.v1': {
    zh: '提出建议',
    en: 'A petition department advised an office.',
    data: ofAdvice({
      ...between,
      pack: z.string(),
      kind: z.enum(['improve-work', 'improve-policy', 'pursue-responsibility']),
      caseIds: z.array(uuid).describe('the cases that it rests on'),
    }),
  },
  'huiyin.advice.answered.v1': {
    zh: '反馈建议',
    en: 'The office adopted the advice, adopted a part of it, or refused it.',
    data: ofAdvice({ ...between, answer: z.enum(['adopted', 'partly', 'refused']) }),
  },
  'huiyin.advice.step-taken.v1': {
    zh: '建议的后续步骤',
    en: 'Something was done about the advice after the answer.',
    data: ofAdvice({
      ...between,
      step: z.string().describe('type of the event, such as `AdviceCarriedOut`'),
      by: office,
    }),
  },
  'huiyin.advice.superior-told.v1': {
    zh: '告知上级',
    en: 'The office missed what it owed; the one above it is told.',
    data: ofAdvice({
      ...between,
      superior: office,
      dutyId: z.string().describe('`rule:raising-event-id`'),
      rule: z.string().describe('id of the duty rule in the pack'),
      dueAt: instant,
    }),
  },
  'huiyin.advice.office-reminded.v1': {
    zh: '催办',
    en: 'An office was reminded of what it owes about the advice.',
    data: ofAdvice(duty),
  },
  'huiyin.advice.duty-breached.v1': {
    zh: '逾期',
    en: 'An office missed what it owed about the advice.',
    data: ofAdvice({ ...duty, overseer: office }),
  },
  'huiyin.advice.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates of the advice.',
    data: ofAdvice(recomputed),
  },
} as const satisfies Contracts;
