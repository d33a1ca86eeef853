import {
  bundledCalendars,
  bundledPacks,
  duties,
  ladders,
  ruleBook,
  withLadder,
  type Duty,
  type Fact,
} from '@huiyin/policy';
import { at, decide, ID } from '@huiyin/testing/decision';
import { contextOf } from '../context';
import { officeTree } from '../offices';
import { standingAggregate, type StandingEvent } from '.';
import { clear, type StandingState } from './state';

const xinfang = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
const OFFICES = officeTree({ county: { superior: 'city' }, city: {}, petitions: {} });

/** The standing of the office `county`, under one of the ladders, lived through command by command. */
export function standingUnder(ladderId: string) {
  const ladder = ladders.find(({ id }) => id === ladderId)!;
  const rules = ruleBook([...bundledPacks, withLadder(xinfang, ladder)], bundledCalendars);
  const history: Fact[] = [];
  let state: StandingState = clear;
  let reviews = 0;

  /** The types of the events that a command on a day leads to, or the code of its refusal. */
  const give = (day: string, type: string, data: object = {}, office?: string): string[] | string => {
    const now = at(day);
    const issued = { id: 'county', actor: 'clerk', now, occurredAt: now, ...(office && { office }) };
    const context = contextOf(history, rules, OFFICES);
    const command = { type: type as 'StepDown', data };
    const decision = decide(standingAggregate, command, issued, state, context);
    if (!decision.ok) return decision.refusal.code;
    for (const event of decision.events) {
      state = standingAggregate.evolve(state, event);
      const [id, revision] = [`e${history.length + 1}`, history.length];
      history.push({ id, revision, type: event.type, data: event.data, occurredAt: now, meta: {} });
    }
    return decision.events.map(({ type: happened }) => happened);
  };
  return {
    ladder,
    give,
    /** A fault that a review has confirmed on a day; it happened then, unless another day is named. */
    fault(day: string, happened = day) {
      reviews += 1;
      const reviewId = `0196a0c1-5d00-7000-8000-${String(reviews).padStart(12, '0')}`;
      const data = { pack: 'xinfang-2022', reviewId, caseId: ID, kind: 'silent', gravity: 'ordinary' };
      return give(day, 'CountFault', { ...data, happenedAt: at(happened) }, 'petitions');
    },
    placing: (day: string, period: string, place = 1) =>
      give(day, 'CountPlacing', { pack: 'xinfang-2022', period, place, published: '通报' }, 'city'),
    /** Everything that the present rung asks for, done a few days later, as it should be. */
    settle(day: string) {
      for (const { rung, what, posts, reported } of Object.values(state.open)) {
        if (what === 'talk') give(day, 'HoldTalk', { rung, present: posts, record: '约谈记录' }, 'city');
        else if (what === 'rectification') {
          if (!reported) give(day, 'ReportRectification', { rung, text: '已整改' }, 'county');
          give(day, 'ConfirmRectification', { rung, reasons: '核查属实' }, 'city');
        } else give(day, 'TakeMeasure', { rung, measure: what, text: '已落实' }, 'city');
      }
    },
    rung: () => (state.status === 'on-rung' ? state.rung : undefined),
    state: () => state,
    last: <T extends StandingEvent['type']>(type: T) =>
      history.findLast((fact) => fact.type === type)?.data as
        Extract<StandingEvent, { type: T }>['data'] | undefined,
    /** `rule owner day` of what is owed now, by Beijing's days. */
    owed: () => duties(history, rules).filter(isOpen).map(words),
  };
}

const isOpen = ({ status }: Duty): boolean => status === 'open';
const words = ({ rule, owner, dueAt }: Duty): string => `${rule} ${owner} ${dueAt.slice(0, 10)}`;
