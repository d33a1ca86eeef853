import { z } from 'zod';
import type { CommandOf } from '../decider';
import { day, instant, officeId, shortText } from '../schemas';
import { BULLETIN_KINDS } from './events';

/** 通报与清单 */
export const bulletinCommands = {
  IssueBulletin: z.strictObject({
    kind: z.enum(BULLETIN_KINDS),
    office: officeId.optional(),
    period: z.strictObject({ from: day, to: day, timeZone: shortText }),
    at: instant,
    dueSoon_days: z.int().min(0),
    position: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    document: z.record(z.string(), z.unknown()),
  }),
} as const;

export type BulletinCommand = CommandOf<typeof bulletinCommands>;
