import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { aReviewIsDecidedFirst } from '../review/rules/a-review-is-decided-first';
import { theFinalPaperIsIssued } from '../review/rules/the-final-paper-is-issued';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { AftercareCommand } from './commands';
import { aFileIsArchivedOnce } from './rules/a-file-is-archived-once';

/** The petition department asks how it went: not the office that is asked about. */
export function decideAftercare(command: AftercareCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'RecordCallback':
      return when(state, ['answered', 'closed'], ({ receiver: by }) =>
        unlessRefused([onlyTheHolderActs(by, command.office)], {
          type: 'CalledBack',
          data: { by, ...command.data },
        }),
      );
    case 'RecordReturnVisit':
      return when(state, ['closed'], ({ receiver: by }) =>
        unlessRefused([onlyTheHolderActs(by, command.office)], {
          type: 'ReturnVisited',
          data: { by, ...command.data },
        }),
      );
    case 'ArchiveCase':
      return archiveCase(command, state);
    default:
      return unreachable(command);
  }
}

const archiveCase = ({ office: acting, data }: Given<'ArchiveCase'>, state: CaseState): Decided =>
  when(state, ['closed'], ({ receiver: by, parts: { aftercare, review } }) =>
    unlessRefused(
      [
        onlyTheHolderActs(by, acting),
        aFileIsArchivedOnce(aftercare),
        aReviewIsDecidedFirst(review),
        theFinalPaperIsIssued(review),
      ],
      { type: 'CaseArchived', data: { by, ...data } },
    ),
  );
