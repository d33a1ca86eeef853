import { z } from 'zod';

/** ISO 8601 instant in UTC with milliseconds. */
export const instant = z.string().meta({ format: 'date-time' });
export const uuid = z.string().meta({ format: 'uuid' });
export const office = z.string().describe('id of an office in the directory');
export const text = z.object({ zh: z.string(), en: z.string() });

/** Readable only with libs/privacy, the subject's key and the event that it was sealed in. */
export const sealed = z
  .object({
    $sealed: z.literal('v1'),
    subject: uuid,
    field: z.string().describe("JSON Pointer of the value in its event's data"),
    cipher: z.literal('chacha20-poly1305').optional().describe('RFC 8439; AES-256-GCM where nothing is said'),
    nonce: z.string().describe('12 bytes, base64'),
    text: z.string().describe('ciphertext and tag of 16 bytes, base64'),
  })
  .describe('a personal value: never in plain text outside the office that needs it');

/** What every message tells about the event that it was made from. */
export const origin = {
  revision: z.int().describe('0, 1, 2, … in the stream of the aggregate'),
  occurredAt: instant.describe('when it happened, as the clerk says'),
  recordedAt: instant.describe('when it was written'),
  policy: z.string().optional().describe('policy pack in force, `id@version`'),
  calendar: z.string().optional().describe('calendar in force, `id@version`'),
};

/** A duty that somebody is reminded of, or that was missed. */
export const duty = {
  dutyId: z.string().describe('`rule:raising-event-id`'),
  rule: z.string().describe('id of the duty rule in the pack'),
  office: office.describe('the office that owes it'),
  dueAt: instant,
};

/** Clocks that a new version of the calendar has dated anew. */
export const recomputed = {
  changes: z.array(
    z.object({
      dutyId: duty.dutyId,
      rule: duty.rule,
      office: duty.office,
      was: instant.describe('the due time before'),
      dueAt: instant,
      provisional: z.boolean().describe('the date leans on a year that the calendar does not cover'),
    }),
  ),
};

export const fault = {
  kind: z.enum([
    'late',
    'silent',
    'unreported',
    'passed-on',
    'refused-remit',
    'perfunctory',
    'false-result',
    'leak',
    'retaliation',
    'missed-promise',
    'no-final-paperwork',
    'poor-handling',
  ]),
  gravity: z.enum(['slight', 'ordinary', 'grave']),
};

/** Of the step `OfficeReplaced`. */
export const replaced = {
  from: office.optional().describe('the office that was succeeded'),
  to: office.optional().describe('the office that has now what that one had'),
};
