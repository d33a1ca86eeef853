import { localDate, unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { HearingCommand } from './commands';
import { aClosedMatterIsHeardInAReview } from './rules/a-closed-matter-is-heard-in-a-review';
import { aHearingBeginsOnItsDay } from './rules/a-hearing-begins-on-its-day';
import { aHearingIsAnnouncedInTime } from './rules/a-hearing-is-announced-in-time';
import { aPanelHasAChairAndAnOddNumber } from './rules/a-panel-has-a-chair-and-an-odd-number';
import { noHearingIsOpen } from './rules/no-hearing-is-open';

export function decideHearing(
  command: HearingCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'AnnounceHearing':
      return announceHearing(command, state, context);
    case 'BeginHearing':
      return beginHearing(command, state, context);
    case 'EndHearing':
      return endHearing(command, state);
    default:
      return unreachable(command);
  }
}

/** Held by the office that handles the case, or by the one that reviews it. */
const announceHearing = (
  { data, office: acting, occurredAt }: Given<'AnnounceHearing'>,
  state: CaseState,
  { rules }: DecisionContext,
): Decided =>
  when(state, ['accepted', 'answered', 'closed'], ({ status, office, pack, parts }) => {
    const by = parts.review.status === 'asked' ? parts.review.by : office;
    const today = localDate(occurredAt, rules.pack(pack).timeZone);
    return unlessRefused(
      [
        aClosedMatterIsHeardInAReview(status, parts.review),
        onlyTheHolderActs(by, acting),
        noHearingIsOpen(parts.hearing),
        aHearingIsAnnouncedInTime(rules.pack(pack), today, data.heldOn),
        aPanelHasAChairAndAnOddNumber(data.panel),
      ],
      { type: 'HearingAnnounced', data: { by, ...data } },
    );
  });

const beginHearing = (
  { office: acting, occurredAt }: Given<'BeginHearing'>,
  state: CaseState,
  { rules }: DecisionContext,
): Decided =>
  when(state, ['accepted', 'answered', 'closed'], ({ pack, parts: { hearing } }) => {
    if (hearing.status !== 'announced') return refuse('hearing-not-announced');
    const { by, heldOn } = hearing;
    const today = localDate(occurredAt, rules.pack(pack).timeZone);
    return unlessRefused([onlyTheHolderActs(by, acting), aHearingBeginsOnItsDay(today, heldOn)], {
      type: 'HearingBegan',
      data: { by },
    });
  });

const endHearing = ({ office: acting, data }: Given<'EndHearing'>, state: CaseState): Decided =>
  when(state, ['accepted', 'answered', 'closed'], ({ parts: { hearing } }) =>
    hearing.status === 'running'
      ? unlessRefused([onlyTheHolderActs(hearing.by, acting)], {
          type: 'HearingEnded',
          data: { by: hearing.by, ...data },
        })
      : refuse('no-hearing'),
  );
