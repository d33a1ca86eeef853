import type { PolicyPack } from '@huiyin/policy';
import { z } from 'zod';
import type { CommandOf } from '../decider';

/** The form is checked in full by validatePack, which names the path of what is wrong. */
const pack = z.custom<PolicyPack>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && 'version' in value,
);

export const policyCommands = {
  AdoptPolicy: z.strictObject({ pack }),
} as const;

export type PolicyCommand = CommandOf<typeof policyCommands>;
