import { isSwitchedOn, type PolicyPack } from '@huiyin/policy';
import type { Verdict } from '../../../decider';

/** Where the pack asks for it, an answer names the remedy against it and its period (Beijing 2006). */
export const theReplyNamesItsRemedy = (pack: PolicyPack, remedy: string | undefined): Verdict =>
  isSwitchedOn(pack, 'remedy-named') && remedy === undefined ? { code: 'remedy-unnamed' } : undefined;
