import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText } from '../../schemas';
import { RATINGS } from './events';

/** 满意度评价 */
export const ratingCommands = {
  RateCase: z.strictObject({
    petitionDepartment: z.enum(RATINGS).describe('how the petition department served'),
    handlingOffice: z.enum(RATINGS).describe('how the handling office served'),
    comment: longText.optional().describe("the petitioner's own words; sealed before they are stored"),
  }),
} as const;

export type RatingCommand = CommandOf<typeof ratingCommands>;
