import { unlessRefused } from '../../../decider';
import { anOfficeIsInTheDirectory } from '../../../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { aCaseGoesUpWithAReasonedReport } from '../rules/a-case-goes-up-with-a-reasoned-report';
import { aCaseIsSentToAnotherOffice } from '../rules/a-case-is-sent-to-another-office';
import { anAssignedCaseIsNotSimple, aSimpleCaseIsSimple } from '../rules/a-simple-case-is-simple';
import { everyRouteIsOfAClaim } from '../rules/every-route-is-of-a-claim';
import { when, type Step } from '../../step';

export const sortCase: Step<'SortCase'> = (command, state) =>
  when(state, ['registered', 'sorted'], ({ receiver, claims, joint }) =>
    unlessRefused(
      [
        onlyTheHolderActs(receiver, command.office),
        everyRouteIsOfAClaim(claims, command.data.routes),
        aSimpleCaseIsSimple({ unfit: [], ...command.data, joint }),
      ],
      { type: 'CaseSorted', data: { by: receiver, ...command.data } },
    ),
  );

export const sendCase: Step<'SendCase'> = (command, state, { offices }) =>
  when(state, ['sorted'], ({ receiver, reachable, procedure }) =>
    unlessRefused(
      [
        onlyTheHolderActs(receiver, command.office),
        anOfficeIsInTheDirectory(offices, command.data.to),
        aCaseIsSentToAnotherOffice(receiver, command.data.to),
        aCaseGoesUpWithAReasonedReport(offices, receiver, command.data.to, command.data.report),
        anAssignedCaseIsNotSimple(procedure, command.data.mode),
      ],
      { type: 'CaseSent', data: { by: receiver, reachable, ...command.data } },
    ),
  );

export const acknowledgeCase: Step<'AcknowledgeCase'> = (command, state) =>
  when(state, ['sent'], ({ office }) =>
    unlessRefused([onlyTheHolderActs(office, command.office)], {
      type: 'CaseAcknowledged',
      data: { by: office, how: command.data.how },
    }),
  );

export const acceptCase: Step<'AcceptCase'> = (command, state) =>
  when(state, ['acknowledged'], ({ office, procedure }) =>
    unlessRefused([onlyTheHolderActs(office, command.office)], {
      type: 'CaseAccepted',
      data: { by: office, procedure },
    }),
  );

export const reopenCase: Step<'ReopenCase'> = (command, state) =>
  when(state, ['closed'], ({ receiver }) =>
    unlessRefused([onlyTheHolderActs(receiver, command.office)], {
      type: 'CaseReopened',
      data: { by: receiver, reasons: command.data.reasons },
    }),
  );
