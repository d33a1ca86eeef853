import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import { anOfficeIsNotSucceeded } from '../../rules/an-office-is-not-succeeded';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import type { InstructionCommand } from './commands';
import { anInstructionIsInThatState } from './rules/an-instruction-is-in-that-state';
import { aPostOutranksNoAccusation } from './rules/a-post-outranks-no-accusation';

type Present = Exclude<CaseState, { status: 'unregistered' }>;

export function decideInstruction(
  command: InstructionCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  if (state.status === 'struck') return refuse('wrong-state', { status: state.status });
  switch (command.type) {
    case 'GiveInstruction':
      return give(command, state, context);
    case 'ReportInstruction':
      return report(command, state);
    case 'ReturnInstruction':
    case 'CompleteInstruction':
      return judge(command, state);
    default:
      return unreachable(command);
  }
}

/** The petition department records it: the leader's office need not be one of the case. */
function give(
  { data, office }: Given<'GiveInstruction'>,
  { receiver, parts }: Present,
  { offices }: DecisionContext,
): Decided {
  const instruction = `i${Object.keys(parts.instruction.items).length + 1}`;
  return unlessRefused(
    [
      onlyTheHolderActs(receiver, office),
      anOfficeIsInTheDirectory(offices, data.of),
      anOfficeIsInTheDirectory(offices, data.to),
      anOfficeIsNotSucceeded(offices, data.to),
      aPostOutranksNoAccusation(offices, parts.recusal.keptFrom, data.of, data.to),
    ],
    { type: 'InstructionGiven', data: { by: receiver, instruction, ...data } },
  );
}

function report({ data, office }: Given<'ReportInstruction'>, { parts }: Present): Decided {
  const { instruction } = parts;
  const verdict = anInstructionIsInThatState(instruction, data.instruction, 'given');
  const item = instruction.items[data.instruction];
  if (verdict || !item) return { ok: false, refusal: verdict! };
  return unlessRefused([onlyTheHolderActs(item.to, office)], {
    type: 'InstructionReported',
    data: { by: item.to, for: item.by, ...data },
  });
}

function judge(
  { type, data, office }: Given<'ReturnInstruction'> | Given<'CompleteInstruction'>,
  { parts }: Present,
): Decided {
  const { instruction } = parts;
  const verdict = anInstructionIsInThatState(instruction, data.instruction, 'reported');
  const item = instruction.items[data.instruction];
  if (verdict || !item) return { ok: false, refusal: verdict! };
  const { by, to } = item;
  return unlessRefused(
    [onlyTheHolderActs(by, office)],
    type === 'ReturnInstruction'
      ? { type: 'InstructionReturned', data: { by, to, ...data } }
      : { type: 'InstructionDone', data: { by, ...data } },
  );
}
