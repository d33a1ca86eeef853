import { inReach } from '@huiyin/kernel';
import { z } from 'zod';
import { MEASURES, POSTS, RANKED_DUTIES, type Measure, type Post } from './ladder';
import { days, id, LIST_MAX, text } from './schema-parts';

const COUNT_MAX = 1_000;

const keysOf = <K extends string>(names: Readonly<Record<K, unknown>>) => Object.keys(names) as [K, ...K[]];

const day = z.iso.date().refine(...inReach);
const count = z.int().min(1).max(COUNT_MAX);
const posts = z
  .array(z.enum(keysOf<Post>(POSTS)))
  .min(1)
  .max(LIST_MAX);

const rung = z.strictObject({
  id,
  name: text,
  faults: count.optional(),
  heightenedFaults: count.optional(),
  placings: count.optional(),
  talk: z
    .strictObject({ by: posts, with: posts, collective: z.boolean().optional(), within_days: days })
    .optional(),
  rectification: z.strictObject({ within_days: days }).optional(),
  measures: z
    .array(z.strictObject({ measure: z.enum(keysOf<Measure>(MEASURES)), within_days: days }))
    .max(LIST_MAX)
    .optional(),
  keyManagement: z.boolean().optional(),
});

/** The shape of a ladder; what the shape cannot say is in ladder-problems.ts. */
export const ladderSchema = z.strictObject({
  id,
  source: text,
  window: z.strictObject({ unit: z.literal('days'), amount: days }),
  ranking: z
    .strictObject({
      ranks: z.enum(keysOf(RANKED_DUTIES)),
      every: z.enum(['month', 'quarter']),
      worst: count,
      consecutive: z.boolean().optional(),
    })
    .optional(),
  heightened: z
    .array(z.strictObject({ name: text, from: day, to: day }))
    .max(LIST_MAX)
    .optional(),
  noAwardAfterTalks: count.optional(),
  comeDownAfter_days: days.optional(),
  rungs: z.array(rung).min(1).max(LIST_MAX),
});
