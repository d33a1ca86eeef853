import { unreachable } from '@huiyin/kernel';
import type { RuleBook } from '@huiyin/policy';
import { unlessRefused, type Decision, type Issued } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { AdviceCommand } from './commands';
import type { AdviceEvent } from './events';
import { aRefusalGivesItsReasons } from './rules/a-refusal-gives-its-reasons';
import { adviceIsIn } from './rules/advice-is-in';
import type { AdviceState } from './state';

type Given<T extends AdviceCommand['type']> = Extract<AdviceCommand, { type: T }> & Issued;
export type AnswerCommand = Given<'AdoptAdvice' | 'AdoptAdvicePartly' | 'RefuseAdvice' | 'ExplainRefusal'>;

/** The advised office's written feedback: adopted, partly, or refused with reasons. */
export function answer(
  command: AnswerCommand,
  state: Exclude<AdviceState, { status: 'ungiven' }>,
  rules: RuleBook,
): Decision<AdviceEvent> {
  const { office, adviser, pack } = state;
  const between = { office, adviser, by: office };
  const byTheOffice = onlyTheHolderActs(office, command.office);
  const unanswered = adviceIsIn(state, 'given');
  switch (command.type) {
    case 'AdoptAdvice':
      return unlessRefused([unanswered, byTheOffice], {
        type: 'AdviceAdopted',
        data: { ...between, ...command.data },
      });
    case 'AdoptAdvicePartly':
      return unlessRefused([unanswered, byTheOffice], {
        type: 'AdvicePartlyAdopted',
        data: { ...between, ...command.data },
      });
    case 'RefuseAdvice': {
      const { reasons } = command.data;
      return unlessRefused([unanswered, byTheOffice, aRefusalGivesItsReasons(rules.pack(pack), reasons)], {
        type: 'AdviceRefused',
        data: { ...between, explained: reasons !== undefined, ...command.data },
      });
    }
    case 'ExplainRefusal':
      return unlessRefused([adviceIsIn(state, 'refused'), byTheOffice], {
        type: 'RefusalExplained',
        data: { ...between, ...command.data },
      });
    default:
      return unreachable(command);
  }
}
