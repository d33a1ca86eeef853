import { z } from 'zod';
import type { Contracts } from './contract';
import { origin, text } from './fields';

/** The parts that a subscriber may lean on; the rest of a pack or calendar comes along as it was adopted. */
const pack = z.looseObject({
  id: z.string(),
  version: z.int(),
  name: text,
  timeZone: z.string(),
  duties: z.array(z.looseObject({ id: z.string(), name: text, source: text })),
  ladder: z.looseObject({
    id: z.string(),
    rungs: z.array(
      z.looseObject({ id: z.string(), name: text, faults: z.int().describe('0: not reached by faults') }),
    ),
  }),
});

const calendar = z.looseObject({
  id: z.string(),
  version: z.int(),
  name: text,
  firstYear: z.int(),
  lastYear: z.int(),
});

export const rulesContracts = {
  'huiyin.policy.adopted.v1': {
    zh: '政策包生效',
    en: 'A version of a policy pack is in force.',
    data: z.object({ ...origin, pack }),
  },
  'huiyin.calendar.adopted.v1': {
    zh: '日历生效',
    en: 'A version of a working-day calendar is in force.',
    data: z.object({ ...origin, calendar }),
  },
} as const satisfies Contracts;
