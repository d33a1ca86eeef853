import { unlessRefused } from '../../../decider';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { anObjectionComesWithinItsWindow } from '../rules/an-objection-comes-within-its-window';
import { commonSuperior } from '../common-superior';
import type { SpineEvent } from '../events';
import { aDeterminationIsNotObjectedTo } from '../rules/a-determination-is-not-objected-to';
import { isDeadlocked } from '../rules/the-third-time-the-common-superior-decides';
import { when, type Step } from '../../step';

export const objectToCase: Step<'ObjectToCase'> = (command, state, context) =>
  when(state, ['sent', 'acknowledged'], ({ office, determined }) =>
    unlessRefused(
      [
        onlyTheHolderActs(office, command.office),
        aDeterminationIsNotObjectedTo(determined),
        anObjectionComesWithinItsWindow(context.duties(), command.occurredAt),
      ],
      { type: 'CaseObjected', data: { by: office, reasons: command.data.reasons } },
    ),
  );

/** What comes back a second time is at once for the common superior: the referrer sends it no third time (Art. 24). */
export const upholdObjection: Step<'UpholdObjection'> = (command, state, { offices }) =>
  when(state, ['objected'], ({ receiver, office, returnedBy, parts }) => {
    const events: SpineEvent[] = [{ type: 'ObjectionUpheld', data: { by: receiver, from: office } }];
    const all = [...returnedBy, office];
    if (isDeadlocked(all)) {
      const to = commonSuperior([receiver, ...all], parts.recusal.keptFrom, offices);
      events.push({ type: 'DeadlockReferred', data: { by: receiver, to, returnedBy: all } });
    }
    return unlessRefused([onlyTheHolderActs(receiver, command.office)], ...events);
  });

export const rejectObjection: Step<'RejectObjection'> = (command, state) =>
  when(state, ['objected'], ({ receiver, office }) =>
    unlessRefused([onlyTheHolderActs(receiver, command.office)], {
      type: 'ObjectionRejected',
      data: { by: receiver, office, reasons: command.data.reasons },
    }),
  );
