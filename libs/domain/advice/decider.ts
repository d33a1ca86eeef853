import { unreachable } from '@huiyin/kernel';
import { adoptedPack } from '../adopted';
import { JOINT_CONFERENCE } from '../case/spine/common-superior';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
  type Verdict,
} from '../decider';
import { recomputeDuties, recordBreach, remindOffice } from '../escalated';
import { articleOfSupervision, namingArticle } from '../refusals/step-articles';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { anOfficeIsNotSucceeded } from '../rules/an-office-is-not-succeeded';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { answer, type AnswerCommand } from './answer';
import { adviceCommands, type AdviceCommand } from './commands';
import { adviceVersions, type AdviceEvent } from './events';
import { adviceExamples } from './examples';
import { adviceIsIn } from './rules/advice-is-in';
import { anOfficeDoesNotAdviseItself } from './rules/an-office-does-not-advise-itself';
import { successionsBetween } from '../succession';
import { evolve, ungiven, type AdviceState } from './state';

type Decided = Decision<AdviceEvent>;
type Given<T extends AdviceCommand['type']> = Extract<AdviceCommand, { type: T }> & Issued;
type Present = Exclude<AdviceState, { status: 'ungiven' }>;

const ANSWERS = { AdoptAdvice: true, AdoptAdvicePartly: true, RefuseAdvice: true, ExplainRefusal: true };
const isAnswer = (command: AdviceCommand & Issued): command is AnswerCommand => command.type in ANSWERS;

const decide = (command: AdviceCommand & Issued, state: AdviceState, context: DecisionContext): Decided =>
  namingArticle(decideInOrder(command, state, context), command.type, articleOfSupervision);

function decideInOrder(
  command: AdviceCommand & Issued,
  state: AdviceState,
  context: DecisionContext,
): Decided {
  if (command.type === 'GiveAdvice') return give(command, state, context);
  if (state.status === 'ungiven') return refuse('does-not-exist');
  if (isAnswer(command)) return answer(command, state, context.rules);
  const { office, adviser } = state;
  const byTheAdviser = onlyTheHolderActs(adviser, command.office);
  switch (command.type) {
    case 'CarryOutAdvice':
      return unlessRefused([adviceIsIn(state, 'adopted'), onlyTheHolderActs(office, command.office)], {
        type: 'AdviceCarriedOut',
        data: { office, adviser, by: office, ...command.data },
      });
    case 'ReturnAdvice':
      return unlessRefused([adviceIsIn(state, 'carried-out'), byTheAdviser], {
        type: 'AdviceReturned',
        data: { office, adviser, by: adviser, ...command.data },
      });
    case 'CloseAdvice':
      return close(command, state, byTheAdviser);
    case 'RemindOffice':
      return remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return breach(command, state, context);
    case 'RecomputeDuties':
      return recomputeDuties(command.now, context);
    case 'ReplaceOffice': {
      const open = state.status !== 'closed';
      const between = { office, by: adviser, keptFrom: [] };
      return accept(...(open ? successionsBetween(between, context.offices) : []));
    }
    default:
      return unreachable(command);
  }
}

function give(
  { data, office: acting }: Given<'GiveAdvice'>,
  state: AdviceState,
  { rules, offices }: DecisionContext,
): Decided {
  if (state.status !== 'ungiven') return refuse('already-exists');
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  return unlessRefused(
    [
      onlyTheHolderActs(data.adviser, acting),
      anOfficeIsInTheDirectory(offices, data.adviser),
      anOfficeIsInTheDirectory(offices, data.office),
      anOfficeIsNotSucceeded(offices, data.office),
      anOfficeDoesNotAdviseItself(data.office, data.adviser),
    ],
    { type: 'AdviceGiven', data: { ...data, by: data.adviser, pack } },
  );
}

function close({ data }: Given<'CloseAdvice'>, state: Present, byTheAdviser: Verdict): Decided {
  const { office, adviser, status } = state;
  const outcome =
    status === 'carried-out' ? status : status === 'refused' ? 'refusal-noted' : ('withdrawn' as const);
  return unlessRefused([adviceIsIn(state, 'given', 'adopted', 'refused', 'carried-out'), byTheAdviser], {
    type: 'AdviceClosed',
    data: { office, adviser, by: adviser, outcome, ...data },
  });
}

/** What the advised office misses its superior hears of, or the joint conference; whoever advised it knows already. */
function breach(
  { data: { dutyId }, now }: Given<'RecordBreach'>,
  { office, adviser, breached }: Present,
  context: DecisionContext,
): Decided {
  const recorded = recordBreach(dutyId, now, breached, context);
  const [missed] = recorded.ok ? recorded.events : [];
  if (missed?.type !== 'DutyBreached' || missed.data.office !== office) return recorded;
  const superior = context.offices.superior(office) ?? JOINT_CONFERENCE;
  if (superior === adviser) return recorded;
  const { rule, dueAt } = missed.data;
  const told = { office, adviser, superior, dutyId, rule, dueAt };
  return unlessRefused<AdviceEvent>([], missed, { type: 'SuperiorTold', data: told });
}

export const adviceAggregate: Aggregate<AdviceState, AdviceCommand, AdviceEvent> = {
  name: 'advice',
  chinese: '三项建议',
  commands: adviceCommands,
  examples: adviceExamples,
  begunBy: 'GiveAdvice',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: adviceVersions,
  initial: ungiven,
  having: (state) => (state.status === 'ungiven' ? [] : [state.office, state.adviser]),
  decide,
  evolve,
};
