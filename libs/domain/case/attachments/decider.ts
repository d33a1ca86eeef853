import { personal, unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type Issued } from '../../decider';
import { onlyAnOfficeOfTheCaseActs } from '../spine/rules/only-an-office-of-the-case-acts';
import type { CaseState } from '../state';
import type { Decided } from '../step';
import { subjectOf } from '../subject';
import type { AttachmentCommand } from './commands';
import { aCaseHoldsAtMostAHundredFiles } from './rules/a-case-holds-at-most-a-hundred-files';

export function decideAttachments(command: AttachmentCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'AttachFile':
      return attachFile(command, state);
    default:
      return unreachable(command.type);
  }
}

/** In every status: what proves a matter may turn up late. */
function attachFile({ id, office, data }: AttachmentCommand & Issued, state: CaseState): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  const { name, ...file } = data;
  return unlessRefused(
    [onlyAnOfficeOfTheCaseActs(state, office), aCaseHoldsAtMostAHundredFiles(state.parts.attachments)],
    {
      type: 'FileAttached',
      data: {
        by: office ?? state.receiver,
        ...file,
        ...(name !== undefined && { name: personal(name, subjectOf(id, state)) }),
      },
    },
  );
}
