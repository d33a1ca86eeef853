import type { CommandOf } from '../decider';
import { attachmentCommands } from './attachments/commands';
import { matterCommands } from './matter/commands';
import { messageCommands } from './message/commands';
import { ratingCommands } from './rating/commands';
import { recordCommands } from './record/commands';
import { spineCommands } from './spine/commands';

/** What the office does for a case; each entry is a command, its route and its form. */
export const caseCommands = {
  ...spineCommands,
  ...attachmentCommands,
  ...matterCommands,
  ...ratingCommands,
  ...recordCommands,
  ...messageCommands,
} as const;

export type CaseCommand = CommandOf<typeof caseCommands>;
