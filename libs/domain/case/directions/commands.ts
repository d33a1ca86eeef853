import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, shortText } from '../../schemas';
import { DIRECTIONS_HOW } from './events';

const CLAIMS_MAX = 50;

/** 引导诉讼类事项 */
export const directionsCommands = {
  DirectClaims: z.strictObject({
    directions: z
      .array(
        z.strictObject({
          claim: z.string().regex(/^c[1-9]\d?$/),
          where: shortText.describe('the court, authority or police station that it belongs before'),
          text: longText.describe('how to go there, as the petitioner is told'),
        }),
      )
      .min(1)
      .max(CLAIMS_MAX),
    how: z.enum(DIRECTIONS_HOW).default('written'),
  }),
} as const;

export type DirectionsCommand = CommandOf<typeof directionsCommands>;
