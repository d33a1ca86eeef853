import { localDate } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { aPromiseLiesAhead } from '../rules/a-promise-lies-ahead';
import { withDayToCarryOut } from '../spine/carry-out';
import { onlyWhatIsSupportedIsCarriedOut } from '../spine/rules/only-what-is-supported-is-carried-out';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { Stage } from './events';
import { aChangeSaysWhatIsChanged } from './rules/a-change-says-what-is-changed';

/** Upheld and changed opinions stand; one that is revoked or to be redone is set aside in the same step. */
export const decideAsked = (
  stage: Stage,
  { data, office: acting, occurredAt }: Given<'DecideReview' | 'DecideReReview'>,
  state: CaseState,
  { rules }: DecisionContext,
): Decided =>
  when(state, ['answered', 'closed'], ({ office, pack, claims, parts: { review } }) => {
    if (review.status !== 'asked' || review.stage !== stage) return refuse('no-review-asked', { stage });
    const { by } = review;
    const { outcome } = data;
    const today = localDate(occurredAt, rules.pack(pack).timeZone);
    const outcomes = data.outcomes && withDayToCarryOut(data.outcomes, rules.pack(pack), today);
    const promised = outcomes?.flatMap(({ carryOutBy }) => carryOutBy ?? []) ?? [];
    return unlessRefused(
      [
        onlyTheHolderActs(by, acting),
        aChangeSaysWhatIsChanged(outcome, outcomes ?? [], claims),
        onlyWhatIsSupportedIsCarriedOut(outcomes ?? []),
        aPromiseLiesAhead(promised, today),
      ],
      { type: 'ReviewDecided', data: { by, office, stage, ...data, ...(outcomes && { outcomes }) } },
      ...(outcome === 'revoke' || outcome === 'redo'
        ? [{ type: 'AnswerSetAside', data: { by, office, stage, outcome } } as const]
        : []),
    );
  });
