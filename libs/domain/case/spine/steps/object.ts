import { unlessRefused } from '../../../decider';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { anObjectionComesWithinItsWindow } from '../rules/an-objection-comes-within-its-window';
import { when, type Step } from '../../step';

export const objectToCase: Step<'ObjectToCase'> = (command, state, context) =>
  when(state, ['sent', 'acknowledged'], ({ office }) =>
    unlessRefused(
      [
        onlyTheHolderActs(office, command.office),
        anObjectionComesWithinItsWindow(context.duties(), command.occurredAt),
      ],
      { type: 'CaseObjected', data: { by: office, reasons: command.data.reasons } },
    ),
  );

export const upholdObjection: Step<'UpholdObjection'> = (command, state) =>
  when(state, ['objected'], ({ receiver, office }) =>
    unlessRefused([onlyTheHolderActs(receiver, command.office)], {
      type: 'ObjectionUpheld',
      data: { by: receiver, from: office },
    }),
  );

export const rejectObjection: Step<'RejectObjection'> = (command, state) =>
  when(state, ['objected'], ({ receiver, office }) =>
    unlessRefused([onlyTheHolderActs(receiver, command.office)], {
      type: 'ObjectionRejected',
      data: { by: receiver, office, reasons: command.data.reasons },
    }),
  );
