import type { CommandOf } from '../decider';
import { ratingCommands } from './rating/commands';
import { spineCommands } from './spine/commands';

/** What the office does for a case; each entry is a command, its route and its form. */
export const caseCommands = {
  ...spineCommands,
  ...ratingCommands,
} as const;

export type CaseCommand = CommandOf<typeof caseCommands>;
