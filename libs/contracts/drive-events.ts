import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, office, origin } from './fields';

export const driveContracts = {
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
