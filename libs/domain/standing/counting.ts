import { localDate, type PolicyPack } from '@huiyin/policy';
import { adoptedPack } from '../adopted';
import { anOfficeDoesNotFindOnItself } from '../accountability-review/rules/an-office-does-not-find-on-itself';
import { JOINT_CONFERENCE } from '../case/spine/common-superior';
import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { StandingCommand } from './commands';
import type { StandingEvent } from './events';
import { aRankingCountsOnce } from './rules/a-ranking-counts-once';
import { aReviewCountsOnce } from './rules/a-review-counts-once';
import { aRankingIsOfATimeThatIsOver } from './rules/a-ranking-is-of-a-time-that-is-over';
import { onlyTheWorstOfTheLaddersRankingCount } from './rules/only-the-worst-of-the-ladders-ranking-count';
import { ordersOf } from './rules/orders-of';
import * as counted from './rules/rung-reached';
import type { StandingState } from './state';

type Decided = Decision<StandingEvent>;
type Given<T extends StandingCommand['type']> = Extract<StandingCommand, { type: T }> & Issued;

/** What leads up a ladder: a fault that a review confirmed, and a place among the worst of a ranking of duties. */
export function count(
  command: Given<'CountFault'> | Given<'CountPlacing'>,
  state: StandingState,
  context: DecisionContext,
): Decided {
  const ref = adoptedPack(context.rules, command.data.pack);
  if (ref === undefined) return refuse('policy-unknown', { pack: command.data.pack });
  const pack = context.rules.pack(ref);
  return command.type === 'CountFault'
    ? countFault(command, state, pack, ref, context)
    : countPlacing(command, state, pack, ref, context);
}

function countFault(
  command: Given<'CountFault'>,
  state: StandingState,
  { ladder, timeZone }: PolicyPack,
  pack: string,
  context: DecisionContext,
): Decided {
  const { id: office, occurredAt: at, data } = command;
  const faults = counted.faultsInWindow(state, ladder, at);
  const happenedAt = data.happenedAt ?? at;
  const heightenedFaults = counted.faultsInHeightenedPeriod(state, ladder, happenedAt, timeZone);
  const rung = counted.rungReached(state, ladder, { faults, heightenedFaults, placings: 0 });
  const events: StandingEvent[] = [
    { type: 'FaultCounted', data: { office, ...data, pack, at, inWindow: faults } },
  ];
  if (rung) {
    events.push({ type: 'RungReached', data: { office, pack, rung: rung.id, faults, at } });
    events.push(...ordersOf(rung, office, pack, officeAbove(command, context)));
  }
  return unlessRefused([aReviewCountsOnce(state, data.reviewId)], ...events);
}

function countPlacing(
  command: Given<'CountPlacing'>,
  state: StandingState,
  { ladder, timeZone }: PolicyPack,
  pack: string,
  context: DecisionContext,
): Decided {
  const { id: office, occurredAt: at, data } = command;
  const { period, place } = data;
  const above = officeAbove(command, context);
  const placings = counted.placingsCounted(state, ladder, period, at);
  const rung = counted.rungReached(state, ladder, { faults: 0, heightenedFaults: 0, placings });
  const events: StandingEvent[] = [
    { type: 'PlacingCounted', data: { office, ...data, pack, at, counted: placings } },
  ];
  if (rung) {
    events.push({ type: 'RungReached', data: { office, pack, rung: rung.id, faults: 0, placings, at } });
    events.push(...ordersOf(rung, office, pack, above));
  }
  return unlessRefused(
    [
      anOfficeDoesNotFindOnItself(office, command.office ?? ''),
      onlyTheHolderActs(above, command.office),
      anOfficeIsInTheDirectory(context.offices, office),
      onlyTheWorstOfTheLaddersRankingCount(ladder, period, place),
      aRankingIsOfATimeThatIsOver(period, localDate(at, timeZone)),
      aRankingCountsOnce(state, period),
    ],
    ...events,
  );
}

/** Owes what the rung asks for: the superior, whoever counted where there is none, at last the joint conference. */
export const officeAbove = ({ id, office }: Issued, { offices }: DecisionContext): string =>
  offices.superior(id) ?? office ?? JOINT_CONFERENCE;
