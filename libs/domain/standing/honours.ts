import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { StandingCommand } from './commands';
import { officeAbove } from './counting';
import type { StandingEvent } from './events';
import { aForfeitedYearGetsNoAward } from './rules/a-forfeited-year-gets-no-award';
import { anOfficeDoesNotHonourItself } from './rules/an-office-does-not-honour-itself';
import { anOfficeOnARungGetsNoAward } from './rules/an-office-on-a-rung-gets-no-award';
import { goodPracticeHasBeenNoted } from './rules/good-practice-has-been-noted';
import type { StandingState } from './state';

type Given<T extends StandingCommand['type']> = Extract<StandingCommand, { type: T }> & Issued;
export type HonourCommand = Given<'NotePractice' | 'GrantAward' | 'RevokeAward'>;

/** Good practice (典型经验) and awards (表彰) of offices. */
export function honour(
  command: HonourCommand,
  state: StandingState,
  context: DecisionContext,
): Decision<StandingEvent> {
  const { id: office } = command;
  const by = officeAbove(command, context);
  const ofAnother = [
    anOfficeDoesNotHonourItself(office, command.office ?? by),
    anOfficeIsInTheDirectory(context.offices, office),
  ];
  const about = { office, by: command.office ?? by };
  switch (command.type) {
    case 'NotePractice': {
      const practice = `p${state.practices.length + 1}`;
      return unlessRefused(ofAnother, {
        type: 'PracticeNoted',
        data: { ...about, practice, ...command.data },
      });
    }
    case 'GrantAward': {
      const award = `a${Object.keys(state.awards).length + 1}`;
      const { year, practices } = command.data;
      return unlessRefused(
        [
          ...ofAnother,
          aForfeitedYearGetsNoAward(state, year),
          anOfficeOnARungGetsNoAward(state, context.rules),
          goodPracticeHasBeenNoted(state, practices),
        ],
        { type: 'AwardGranted', data: { ...about, award, ...command.data } },
      );
    }
    case 'RevokeAward': {
      const { award } = command.data;
      const granted = state.awards[award];
      if (granted?.status !== 'granted') return refuse('award-unknown', { award });
      return unlessRefused([onlyTheHolderActs(granted.by, command.office)], {
        type: 'AwardRevoked',
        data: { ...about, forfeited: false, ...command.data },
      });
    }
    default:
      return unreachable(command);
  }
}

/** What was granted for a year that turns out to be without award. */
export const grantedFor = (state: StandingState, year: number): readonly string[] =>
  Object.keys(state.awards).filter((award) => {
    const one = state.awards[award]!;
    return one.year === year && one.status === 'granted';
  });
