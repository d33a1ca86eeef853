import { z } from 'zod';
import type { CommandOf } from '../decider';
import { LEVELS, OFFICE_KINDS, POSTS } from './events';

const NAME_CHARS_MAX = 200;
const FUNCTIONS_MAX = 100;

const short = z.string().trim().min(1).max(NAME_CHARS_MAX);

export const officeCommands = {
  RegisterOffice: z.strictObject({
    name: z.strictObject({ zh: short, en: short }),
    kind: z.enum(OFFICE_KINDS).default('office'),
    level: z.enum(LEVELS),
    territory: short,
    functions: z.array(short).max(FUNCTIONS_MAX).default([]),
    superior: short.optional(),
    email: z.email().max(NAME_CHARS_MAX).optional(),
    webhook: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  AppointLeader: z.strictObject({
    post: z.enum(POSTS),
    official: z
      .strictObject({ subject: z.uuid(), name: short })
      .describe('the name is sealed before it is stored'),
    from: z.iso.date(),
  }),
  EndAppointment: z.strictObject({ post: z.enum(POSTS), subject: z.uuid(), until: z.iso.date() }),
  NameSuccessor: z.strictObject({ successor: short, from: z.iso.date() }),
} as const;

export type OfficeCommand = CommandOf<typeof officeCommands>;
