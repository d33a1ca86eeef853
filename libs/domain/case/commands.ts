import { z } from 'zod';
import type { CommandOf } from '../decider';
import { CHANNELS, CLAIM_KINDS, OUTCOMES, ROUTES, TIERS } from './events';

const TITLE_CHARS_MAX = 200;
const SHORT_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 20_000;
const CLAIMS_MAX = 50;
const PERSONS_MAX = 100_000;
const EXTENSION_DAYS_MAX = 30;
const RESULT_DAYS_MAX = 365;

const short = z.string().trim().min(1).max(SHORT_CHARS_MAX);
const text = z.string().trim().min(1).max(TEXT_CHARS_MAX);
const instant = z.iso.datetime({ offset: true }).transform((given) => new Date(given).toISOString());
const officeId = short.describe('id of an office in the directory');
const claimId = z.string().regex(/^c[1-9]\d?$/);

const petitioner = z.strictObject({
  subject: z.uuid().optional().describe('the person, if known from an earlier case'),
  name: short.optional(),
  identityNumber: short.optional(),
  phone: short.optional(),
  email: z.email().max(SHORT_CHARS_MAX).optional(),
  address: short.optional(),
});

/** What the office does for a case; each entry is a command, its route and its form. */
export const caseCommands = {
  RegisterCase: z.strictObject({
    pack: short.default('xinfang-2022').describe('policy pack: `id`, or `id@version`'),
    channel: z.enum(CHANNELS),
    category: short,
    title: z.string().trim().min(1).max(TITLE_CHARS_MAX).describe('plain and searchable: no personal data'),
    place: short.describe('of the issue, not of the person'),
    longitude: z.number().min(-180).max(180).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    claims: z
      .array(z.strictObject({ kind: z.enum(CLAIM_KINDS).default('claim'), summary: text }))
      .min(1)
      .max(CLAIMS_MAX),
    kind: z.enum(['individual', 'joint', 'anonymous']).default('individual'),
    persons: z.int().min(1).max(PERSONS_MAX).default(1),
    representatives: z.int().min(0).max(PERSONS_MAX).default(1),
    petitioner: petitioner.optional().describe('sealed before it is stored'),
    statement: text.optional().describe("the petitioner's own words; sealed before they are stored"),
    receiver: officeId,
    receivedAt: instant.optional().describe('default: when the command occurred'),
    tier: z.enum(TIERS).optional(),
    service: short.optional(),
    externalId: short.optional(),
    externalDueAt: instant.optional(),
  }),
  SortCase: z.strictObject({
    routes: z
      .array(z.strictObject({ claim: claimId, route: z.enum(ROUTES) }))
      .min(1)
      .max(CLAIMS_MAX),
    procedure: z.enum(['ordinary', 'simple']).default('ordinary'),
  }),
  SendCase: z.strictObject({
    to: officeId,
    mode: z.enum(['refer', 'assign']).default('refer'),
    resultWithin_days: z.int().min(1).max(RESULT_DAYS_MAX).optional(),
  }),
  AcknowledgeCase: z.strictObject({
    how: z.enum(['written', 'on-the-spot', 'phone', 'message']).default('written'),
  }),
  ObjectToCase: z.strictObject({ reasons: text }),
  UpholdObjection: z.strictObject({}),
  RejectObjection: z.strictObject({ reasons: text }),
  AcceptCase: z.strictObject({}),
  ExtendAnswer: z.strictObject({
    days: z.int().min(1).max(EXTENSION_DAYS_MAX),
    approvedBy: short.describe("the post of the office's head who approved it"),
    reasons: text,
  }),
  TellExtension: z.strictObject({ how: z.enum(['written', 'phone', 'message']).default('written') }),
  AnswerCase: z.strictObject({
    outcomes: z
      .array(z.strictObject({ claim: claimId, outcome: z.enum(OUTCOMES), text }))
      .min(1)
      .max(CLAIMS_MAX),
    basis: text.describe('the legal basis of the opinion'),
  }),
  ReportClosing: z.strictObject({ text }),
  CloseCase: z.strictObject({}),
  ReopenCase: z.strictObject({ reasons: text }),
  RemindOffice: z.strictObject({ dutyId: short }),
  RecordBreach: z.strictObject({ dutyId: short }),
} as const;

export type CaseCommand = CommandOf<typeof caseCommands>;
