import { z } from 'zod';
import type { CommandOf } from '../decider';
import { day, email, officeId, shortText, webAddress } from '../schemas';
import { LEVELS, OFFICE_KINDS, POST_DUTIES, POSTS } from './events';

const FUNCTIONS_MAX = 100;
const RESIDENTS_MAX = 2_000_000_000;

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
    from: day,
    duties: z
      .array(z.enum(POST_DUTIES))
      .min(1)
      .max(POST_DUTIES.length)
      .optional()
      .describe('absent: both, for one post has two duties (一岗双责)'),
    lines: z
      .array(shortText)
      .min(1)
      .max(FUNCTIONS_MAX)
      .optional()
      .describe('categories that the post is in charge of (分管); absent: all of the office'),
  }),
  EndAppointment: z.strictObject({
    post: z.enum(POSTS),
    subject: z.uuid(),
    until: day.describe('the last day'),
  }),
  PublishChannels: z.strictObject({
    online: webAddress.describe('where a petition is filed online'),
    postalAddress: shortText,
    phone: shortText,
    fax: shortText.optional(),
    reception: z.strictObject({ place: shortText, hours: shortText }),
    progress: shortText.describe('how to ask for progress and result'),
  }),
  CountResidents: z.strictObject({
    residents: z.number().int().min(1).max(RESIDENTS_MAX).describe('of its territory (常住人口)'),
    asOf: day,
    source: shortText.describe('where the number is published'),
  }),
  NameContactPoint: z
    .strictObject({
      phone: shortText.optional().describe('of the desk, not of a person'),
      email: email.optional().describe('of the desk, not of a person'),
    })
    .refine(({ phone, email: address }) => phone !== undefined || address !== undefined, {
      message: 'a telephone number or an address',
    }),
  NameSuccessor: z.strictObject({ successor: officeId, from: day }),
} as const;

export type OfficeCommand = CommandOf<typeof officeCommands>;
