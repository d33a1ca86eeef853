import { inReach } from '@huiyin/kernel';
import { z } from 'zod';
import { PERIOD_MAX_days } from './deadline';
import { days, id, LIST_MAX, name, text } from './schema-parts';
import { ladderSchema } from './ladder-schema';
import { serviceSchema } from './service';
import { LOCAL_OPTIONS } from './pack';
import { SUPERVISION_TRIGGERS } from './supervision';
import { supervisionSchema } from './supervision-schema';

const RULES_MAX = 200;
const SERVICES_MAX = 5_000;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: HH:MM');

const period = z.discriminatedUnion('unit', [
  z.strictObject({
    unit: z.literal('hours'),
    amount: z
      .number()
      .positive()
      .max(PERIOD_MAX_days * 24),
  }),
  z.strictObject({ unit: z.enum(['days', 'working-days', 'calendar-days-exact']), amount: days }),
  z.strictObject({ unit: z.literal('weekday-clock'), amount: days, opens: timeOfDay, closes: timeOfDay }),
]);

const has = (given: unknown, key: string): boolean =>
  typeof given === 'object' && given !== null && key in given;

/** The branch is chosen by its own key, so that a message names the line and is not just "invalid union". */
const periodRule = z.unknown().superRefine((given, context) => {
  const branch = has(given, 'field')
    ? z.strictObject({ field: name, otherwise: period })
    : has(given, 'service')
      ? z.strictObject({ service: name })
      : has(given, 'until')
        ? z.strictObject({ until: name })
        : period;
  for (const { path, message } of branch.safeParse(given).error?.issues ?? []) {
    context.addIssue({ code: 'custom', path, message });
  }
});

const selector = z.strictObject({
  event: name,
  where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  office: z.strictObject({ field: name, is: z.enum(['owner', 'not-owner']) }).optional(),
});

const office = z.union([
  z.strictObject({ field: name }),
  z.strictObject({ role: z.enum(['receiver', 'petition-department', 'handler', 'reviewer']) }),
]);

const step = z.strictObject({
  do: z.enum(['remind', 'breach', 'supervise', 'review', 'propose-finding']),
  offset: z.strictObject({
    unit: z.enum(['hours', 'days']),
    amount: z.number().min(-PERIOD_MAX_days).max(PERIOD_MAX_days),
  }),
  trigger: z.enum(SUPERVISION_TRIGGERS).optional(),
});

const rule = z.strictObject({
  id,
  name: text,
  source: text,
  kind: z.enum(['duty', 'window']),
  raisedBy: z.array(selector).min(1, 'nothing raises it').max(LIST_MAX),
  each: z.strictObject({ list: name.optional(), key: name }).optional(),
  option: z.enum(LOCAL_OPTIONS).optional(),
  owner: office,
  overseer: office,
  startsFrom: name.optional(),
  period: periodRule,
  dischargedBy: z.array(selector).min(1, 'nothing discharges it').max(LIST_MAX),
  cancelledBy: z.array(selector).max(LIST_MAX).optional(),
  handedOverBy: z
    .array(z.strictObject({ event: name, field: name }))
    .max(LIST_MAX)
    .optional(),
  extendedBy: z.strictObject({ event: name, daysField: name, max_days: days }).optional(),
  pausedBy: z.strictObject({ begin: name, end: name }).optional(),
  escalation: z.array(step).max(LIST_MAX),
});

/** The shape of a pack as it arrives from outside; what the shape cannot say is in validate-pack.ts. */
export const packSchema = z.strictObject({
  id,
  version: z.int().min(1),
  name: text,
  timeZone: name,
  calendar: z.string().regex(/^[a-z0-9-]+(@\d+)?$/, 'must be a calendar: id or id@version'),
  lastDay: z.enum(['as-is', 'roll-forward']),
  firstDay: z.enum(['excluded', 'included']),
  duties: z.array(rule).min(1).max(RULES_MAX),
  ladder: ladderSchema,
  supervision: supervisionSchema.optional(),
  services: z.record(z.string(), period).optional(),
  offered: z.array(serviceSchema).max(SERVICES_MAX).optional(),
  options: z.array(z.enum(LOCAL_OPTIONS)).max(LOCAL_OPTIONS.length).optional(),
  hearingNotice_days: days.optional(),
  carryOutWithin_days: days.optional(),
  inForce: z
    .strictObject({
      from: z.iso
        .date()
        .refine(...inReach)
        .optional(),
      before: z.string().min(1).optional(),
      until: z.iso
        .date()
        .refine(...inReach)
        .optional(),
    })
    .optional(),
});
