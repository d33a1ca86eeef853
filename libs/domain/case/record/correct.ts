import { localDate, personal } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseEvents } from '../events';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import { subjectOf } from '../subject';
import { correctable } from './correctable';
import { presentIn } from './present';
import { aCorrectedVisitNamesAtMostFive } from './rules/a-corrected-visit-names-at-most-five';
import { aDisputeIsSettledWhileItIsOpen } from './rules/a-dispute-is-settled-while-it-is-open';

type Corrected = CaseEvents['RecordCorrected'];

/** The event stays as it was written; a correction says how it is read from now on. */
export function correctRecord(
  command: Given<'CorrectRecord'>,
  state: Exclude<CaseState, { status: 'unregistered' }>,
  context: DecisionContext,
): Decided {
  const { entry, field, value, reasons, dispute } = command.data;
  const found = context.history[entry];
  if (!found) return refuse('entry-unknown', { entry });
  const how = correctable(found.type, field);
  const parsed = how?.form.safeParse(value);
  if (!how || !parsed?.success) return refuse('not-correctable', { type: found.type, field });
  const before = how.personal ? undefined : presentIn(context.history, entry, field);
  const after = parsed.data as string | number;
  const { receiver, pack, parts } = state;
  const corrected: Corrected = {
    by: receiver,
    entry,
    entryOn: localDate(found.occurredAt, context.rules.pack(pack).timeZone),
    type: found.type,
    field,
    ...(before !== undefined && { before }),
    after: how.personal ? personal(String(after), subjectOf(command.id, state)) : after,
    reasons,
    ...(dispute !== undefined && { dispute }),
  };
  return unlessRefused(
    [
      onlyTheHolderActs(receiver, command.office),
      aDisputeIsSettledWhileItIsOpen(parts.record, dispute),
      aCorrectedVisitNamesAtMostFive(context, entry, field, after),
      before === after ? { code: 'nothing-to-correct' } : undefined,
    ],
    { type: 'RecordCorrected', data: corrected },
    ...(dispute === undefined
      ? []
      : [
          {
            type: 'DisputeSettled',
            data: { by: receiver, dispute, outcome: 'corrected', reasons },
          } as const,
        ]),
  );
}
