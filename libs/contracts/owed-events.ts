import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, office, origin, recomputed } from './fields';

/** Streams that carry duties of offices and are about no single case. */
const ofAccount = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    kind: z.enum(['fund', 'ledger', 'assessment', 'target']),
    id: z.string(),
    ...origin,
    ...shape,
  });

/** What an office owes on a relief fund, a ledger, a yearly assessment or yearly targets: which step, no amounts, no words. */
export const owedContracts = {
  'huiyin.account.step-taken.v1': {
    zh: '资金、台账、考核、目标的步骤',
    en: 'Something happened to a relief fund, a ledger, a yearly assessment or yearly targets.',
    data: ofAccount({ step: z.string().describe('type of the event, such as `ReliefApproved`') }),
  },
  'huiyin.account.office-reminded.v1': {
    zh: '催办',
    en: 'An office was reminded of what it owes on a fund, a ledger, an assessment or targets.',
    data: ofAccount(duty),
  },
  'huiyin.account.duty-breached.v1': {
    zh: '逾期',
    en: 'An office missed what it owed on a fund, a ledger, an assessment or targets.',
    data: ofAccount({ ...duty, overseer: office }),
  },
  'huiyin.account.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates of a fund, a ledger, an assessment or targets.',
    data: ofAccount(recomputed),
  },
} as const satisfies Contracts;
