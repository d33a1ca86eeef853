import { unreachable } from '@huiyin/kernel';
import { localDate } from '@huiyin/policy';
import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { StandingCommand } from './commands';
import type { StandingEvent } from './events';
import { grantedFor } from './honours';
import { thoseWhomTheLadderNamesTakePart } from './rules/those-whom-the-ladder-names-take-part';
import type { Order, StandingState } from './state';

type Decided = Decision<StandingEvent>;
type Given<T extends StandingCommand['type']> = Extract<StandingCommand, { type: T }> & Issued;
export type OrderCommand = Given<
  'HoldTalk' | 'TakeMeasure' | 'ReportRectification' | 'ConfirmRectification' | 'ReturnRectification'
>;

const whatOf = (command: OrderCommand): Order['what'] => {
  if (command.type === 'HoldTalk') return 'talk';
  return command.type === 'TakeMeasure' ? command.data.measure : 'rectification';
};

/** What is done about an order of a rung that is still open. */
export function stepOnOrder(command: OrderCommand, state: StandingState, context: DecisionContext): Decided {
  const name = `${command.data.rung}/${whatOf(command)}`;
  const order = state.open[name];
  if (!order || state.status === 'clear') return refuse('order-unknown', { order: name });
  const about = { office: command.id, by: order.by, order: name };
  const byTheOfficeAbove = onlyTheHolderActs(order.by, command.office);
  switch (command.type) {
    case 'HoldTalk':
      return holdTalk(command, state, order, context);
    case 'TakeMeasure': {
      const { measure, text } = command.data;
      return unlessRefused([byTheOfficeAbove], { type: 'MeasureTaken', data: { ...about, measure, text } });
    }
    case 'ReportRectification': {
      if (order.reported) return refuse('already-reported');
      const data = { ...about, by: command.id, to: order.by, text: command.data.text };
      return unlessRefused([onlyTheHolderActs(command.id, command.office)], {
        type: 'RectificationReported',
        data,
      });
    }
    case 'ConfirmRectification':
    case 'ReturnRectification': {
      if (!order.reported) return refuse('rectification-not-reported', { order: name });
      const { rung: _, ...said } = command.data;
      const type =
        command.type === 'ConfirmRectification' ? 'RectificationConfirmed' : 'RectificationReturned';
      return unlessRefused([byTheOfficeAbove], { type, data: { ...about, ...said } } as StandingEvent);
    }
    default:
      return unreachable(command);
  }
}

const revocation = (office: string, by: string, award: string): StandingEvent => ({
  type: 'AwardRevoked',
  data: { office, by, award, forfeited: true },
});

/** Talked to as often in one year as the ladder says: no award for that year. */
function holdTalk(
  { id: office, office: acting, occurredAt, data: { present, record } }: Given<'HoldTalk'>,
  state: Extract<StandingState, { status: 'on-rung' }>,
  order: Order,
  { rules }: DecisionContext,
): Decided {
  const { ladder, timeZone } = rules.pack(state.pack);
  const year = Number(localDate(occurredAt, timeZone).slice(0, 4));
  const talks = state.talks.filter((one) => one.year === year).length + 1;
  const by = order.by;
  const events: StandingEvent[] = [
    { type: 'TalkHeld', data: { office, by, order: order.order, present, record, year } },
  ];
  if (talks >= (ladder.noAwardAfterTalks ?? Infinity) && !state.noAwardIn.includes(year))
    events.push(
      { type: 'AwardForfeited', data: { office, pack: state.pack, year, talks } },
      ...grantedFor(state, year).map((award) => revocation(office, by, award)),
    );
  return unlessRefused(
    [onlyTheHolderActs(by, acting), thoseWhomTheLadderNamesTakePart(order, present)],
    ...events,
  );
}
