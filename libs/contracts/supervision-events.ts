import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, instant, office, origin, recomputed, replaced, uuid } from './fields';

const ofSupervision = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ supervisionId: uuid, ...origin, ...shape });

export const supervisionContracts = {
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
