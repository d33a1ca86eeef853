import { z } from 'zod';
import { id, LIST_MAX, name, text } from './schema-parts';
import { CHECKLIST_MAX, SUPERVISION_TRIGGERS, THRESHOLD_MAX } from './supervision';

const selector = z.strictObject({
  event: name,
  where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  amount: name.optional(),
  office: name.optional(),
});

const trigger = z.strictObject({
  id,
  trigger: z.enum(SUPERVISION_TRIGGERS),
  name: text,
  source: text,
  on: z.array(selector).min(1, 'nothing counts towards it').max(LIST_MAX),
  atLeast: z.int().min(1).max(THRESHOLD_MAX),
  again: z.boolean(),
});

export const supervisionSchema = z.strictObject({
  triggers: z.array(trigger).max(LIST_MAX),
  checklist: z.array(z.strictObject({ id, name: text })).max(CHECKLIST_MAX),
});
