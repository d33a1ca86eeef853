import { z } from 'zod';
import type { CommandOf } from '../decider';
import { email, officeId, shortText, webAddress } from '../schemas';
import { LEVELS, OFFICE_KINDS, POSTS } from './events';

const FUNCTIONS_MAX = 100;

export const officeCommands = {
  RegisterOffice: z.strictObject({
    name: z.strictObject({ zh: shortText, en: shortText }),
    kind: z.enum(OFFICE_KINDS).default('office'),
    level: z.enum(LEVELS),
    territory: shortText,
    functions: z.array(shortText).max(FUNCTIONS_MAX).default([]),
    superior: officeId.optional(),
    email: email.optional(),
    webhook: webAddress.optional(),
  }),
  AppointLeader: z.strictObject({
    post: z.enum(POSTS),
    official: z
      .strictObject({ subject: z.uuid(), name: shortText })
      .describe('the name is sealed before it is stored'),
    from: z.iso.date(),
  }),
  EndAppointment: z.strictObject({ post: z.enum(POSTS), subject: z.uuid(), until: z.iso.date() }),
  NameSuccessor: z.strictObject({ successor: officeId, from: z.iso.date() }),
} as const;

export type OfficeCommand = CommandOf<typeof officeCommands>;
