import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { escalatedCommands } from '../../escalated';
import {
  day,
  email,
  instant,
  longText,
  officeId,
  packRef,
  publicText,
  shortText,
  webAddress,
} from '../../schemas';
import { CHANNELS, CLAIM_KINDS, OUTCOMES, ROUTES, TIERS, TOLD } from './events';
import { NOT_SIMPLE } from './rules/a-simple-case-is-simple';

export const CLAIMS_MAX = 50;
const ACCUSED_MAX = 20;
const PERSONS_MAX = 100_000;
const EXTENSION_DAYS_MAX = 30;
const RESULT_DAYS_MAX = 365;
const ATTRIBUTES_MAX = 50;
const ATTRIBUTE_VALUES_MAX = 500;

export const claimId = z.string().regex(/^c[1-9]\d?$/);

/** The opinion on one claim. */
export const claimOutcome = z.strictObject({
  claim: claimId,
  outcome: z.enum(OUTCOMES),
  text: longText,
  carryOutBy: day
    .optional()
    .describe('the day by which a supported claim is carried out; default: the day that the pack sets'),
  done: z.boolean().optional().describe('a supported claim was carried out before the answer'),
});

const petitioner = z.strictObject({
  subject: z.uuid().optional().describe('the person, if known from an earlier case'),
  name: shortText.optional(),
  identityNumber: shortText.optional(),
  phone: shortText.optional(),
  email: email.optional(),
  address: shortText.optional(),
});

const serviceRequest = z.strictObject({
  address: shortText.optional(),
  addressId: shortText.optional(),
  mediaUrl: webAddress.optional(),
  attributes: z
    .array(z.strictObject({ code: shortText, values: z.array(publicText).min(1).max(ATTRIBUTE_VALUES_MAX) }))
    .max(ATTRIBUTES_MAX)
    .default([]),
  accountId: shortText.optional().describe('sealed before it is stored'),
  deviceId: shortText.optional().describe('sealed before it is stored'),
});

/** The way of every case from registration to closing. */
export const spineCommands = {
  RegisterCase: z.strictObject({
    pack: packRef.default('xinfang-2022'),
    channel: z.enum(CHANNELS),
    category: shortText,
    title: shortText.describe('plain and searchable: no personal data'),
    place: shortText.describe('of the issue, not of the person'),
    longitude: z.number().min(-180).max(180).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    claims: z
      .array(
        z.strictObject({
          kind: z.enum(CLAIM_KINDS).default('claim'),
          summary: longText,
          accuses: z
            .array(officeId)
            .min(1)
            .max(ACCUSED_MAX)
            .optional()
            .describe('offices that never see the case'),
        }),
      )
      .min(1)
      .max(CLAIMS_MAX),
    kind: z.enum(['individual', 'joint', 'anonymous']).default('individual'),
    persons: z.int().min(1).max(PERSONS_MAX).default(1),
    representatives: z.int().min(0).max(PERSONS_MAX).default(1),
    petitioner: petitioner.optional().describe('sealed before it is stored'),
    statement: longText.optional().describe("the petitioner's own words; sealed before they are stored"),
    receiver: officeId,
    receivedAt: instant.optional().describe('default: when the command occurred'),
    tier: z.enum(TIERS).optional(),
    service: shortText.optional(),
    serviceRequest: serviceRequest.optional().describe('what else a public service request says'),
    externalId: shortText.optional(),
    externalDueAt: instant.optional(),
  }),
  SortCase: z.strictObject({
    routes: z
      .array(z.strictObject({ claim: claimId, route: z.enum(ROUTES) }))
      .min(1)
      .max(CLAIMS_MAX),
    procedure: z.enum(['ordinary', 'simple']).default('ordinary'),
    unfit: z
      .array(z.enum(NOT_SIMPLE))
      .min(1)
      .max(NOT_SIMPLE.length)
      .optional()
      .describe('what keeps it from the simple procedure'),
  }),
  SendCase: z.strictObject({
    to: officeId,
    mode: z.enum(['refer', 'assign']).default('refer'),
    resultWithin_days: z.int().min(1).max(RESULT_DAYS_MAX).optional(),
    report: longText
      .optional()
      .describe('to an office above: what the office did itself, and why it passes it up'),
  }),
  AcknowledgeCase: z.strictObject({
    how: z.enum(['written', 'on-the-spot', 'phone', 'message']).default('written'),
  }),
  ObjectToCase: z.strictObject({ reasons: longText }),
  UpholdObjection: z.strictObject({}),
  RejectObjection: z.strictObject({ reasons: longText }),
  AcceptCase: z.strictObject({}),
  ExtendAnswer: z.strictObject({
    days: z.int().min(1).max(EXTENSION_DAYS_MAX),
    approvedBy: shortText.describe(
      "the post of the office's head who approved it; `first-responsible` or `in-charge` where the directory knows who holds it",
    ),
    reasons: longText,
  }),
  TellExtension: z.strictObject({
    how: z.enum(['written', 'phone', 'message']).default('written'),
    to: z
      .enum(TOLD)
      .default('petitioner')
      .describe('the reasons are told to the petitioner and to the hotline'),
  }),
  AnswerCase: z.strictObject({
    outcomes: z.array(claimOutcome).min(1).max(CLAIMS_MAX),
    basis: longText.describe('the legal basis of the opinion'),
    remedy: longText.optional().describe('what can be asked for against it, of whom and until when'),
    told: z.boolean().default(true).describe('false: signed, and still to be delivered to the petitioner'),
  }),
  ReportClosing: z.strictObject({ text: longText }),
  ReportStage: z.strictObject({
    reasons: longText.describe('why an assigned case takes longer'),
    text: longText.describe('how far it is'),
  }),
  CloseCase: z.strictObject({}),
  ReopenCase: z.strictObject({
    reasons: longText,
    newFacts: z.boolean().default(false).describe('facts or reasons that no review has decided on'),
  }),
  DetermineHandler: z.strictObject({
    to: officeId,
    mode: z.enum(['refer', 'assign']).default('assign'),
    resultWithin_days: z.int().min(1).max(RESULT_DAYS_MAX).optional(),
    reasons: longText,
  }),
  PassOnCase: z.strictObject({}),
  ...escalatedCommands,
} as const;

export type SpineCommand = CommandOf<typeof spineCommands>;
