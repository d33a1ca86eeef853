import { z } from 'zod';
import type { Contracts } from './contract';
import { office, origin, text } from './fields';

/** Leaders are persons: who they are stays inside. */
export const officeContracts = {
  'huiyin.office.registered.v1': {
    zh: '机构登记',
    en: 'An office is in the directory.',
    data: z.object({
      officeId: office,
      ...origin,
      name: text,
      kind: z.enum(['petition-department', 'office', 'government', 'discipline']),
      level: z.enum(['centre', 'province', 'city', 'county', 'township', 'village']),
      territory: z.string(),
      functions: z.array(z.string()).describe('function lines: the categories that it answers for'),
      superior: office.optional(),
      email: z.string().optional().describe('where notices to the office go'),
      webhook: z.string().optional().describe('where signed notices to the office go'),
    }),
  },
  'huiyin.office.succeeded.v1': {
    zh: '职能承接',
    en: 'Another office took over what this one owes.',
    data: z.object({
      officeId: office,
      ...origin,
      successor: office,
      from: z.string().meta({ format: 'date' }),
    }),
  },
} as const satisfies Contracts;
