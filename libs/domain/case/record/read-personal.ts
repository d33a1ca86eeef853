import { refuse, unlessRefused, type DecisionContext } from '../../decider';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import { aDisputeIsAboutAnEventOfTheCase } from './rules/a-dispute-is-about-an-event-of-the-case';
import { whoWorksOnItReadsIt } from './rules/who-works-on-it-reads-it';
import { sealedFields } from './sealed-fields';

/** The read is recorded before anything is opened: whoever works on the case reads it, for reasons. */
export function readPersonal(
  { office, data }: Given<'ReadPersonal'>,
  state: Exclude<CaseState, { status: 'unregistered' }>,
  { history }: DecisionContext,
): Decided {
  const entries = [...new Set(data.entries ?? history.keys())];
  const read = entries
    .map((entry) => ({ entry, fields: sealedFields(history[entry]?.data) }))
    .filter(({ fields }) => fields.length > 0);
  const verdicts = [
    whoWorksOnItReadsIt(state, office),
    ...entries.map((entry) => aDisputeIsAboutAnEventOfTheCase(history, entry)),
  ];
  if (read.length === 0 && verdicts.every((verdict) => verdict === undefined))
    return refuse('nothing-personal');
  return unlessRefused(verdicts, {
    type: 'PersonalRead',
    data: { by: office ?? state.receiver, read, reasons: data.reasons },
  });
}
