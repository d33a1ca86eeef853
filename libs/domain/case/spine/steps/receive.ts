import { unlessRefused, type DecisionContext } from '../../../decider';
import { anOfficeIsInTheDirectory } from '../../../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { aCaseGoesUpWithAReasonedReport } from '../rules/a-case-goes-up-with-a-reasoned-report';
import { anOfficeIsNotSucceeded } from '../../../rules/an-office-is-not-succeeded';
import { aPetitionDepartmentHandlesNothingItself } from '../rules/a-petition-department-handles-nothing-itself';
import { anAssignedCaseIsNotSimple, aSimpleCaseIsSimple } from '../rules/a-simple-case-is-simple';
import { theAccusedNeverHandle } from '../../recusal/rules/the-accused-never-handle';
import { petitionClaims } from '../claims';
import type { SpineEvents } from '../events';
import { commonSuperior } from '../common-superior';
import { aRouteFitsItsClaim } from '../rules/a-route-fits-its-claim';
import { everyClaimHasItsRoute } from '../rules/every-claim-has-its-route';
import { litigationIsNotSent } from '../rules/litigation-is-not-sent';
import { theThirdTimeTheCommonSuperiorDecides } from '../rules/the-third-time-the-common-superior-decides';
import { aFinalMatterIsNotTakenUpAgain } from '../../review/rules/a-final-matter-is-not-taken-up-again';
import { aReviewIsDecidedFirst } from '../../review/rules/a-review-is-decided-first';
import { when, type Step } from '../../step';

export const sortCase: Step<'SortCase'> = (command, state, { history }) =>
  when(state, ['registered', 'sorted'], ({ receiver, claims, kinds, joint, parts }) => {
    const { routes } = command.data;
    const again =
      parts.matter.links.some(({ as }) => as === 'repeat') ||
      history.some(({ type }) => type === 'CaseReopened');
    const litigation = routes.some(({ route }) => route === 'litigation');
    return unlessRefused(
      [
        onlyTheHolderActs(receiver, command.office),
        everyClaimHasItsRoute(claims, routes),
        aRouteFitsItsClaim(kinds, routes),
        aSimpleCaseIsSimple({ unfit: [], ...command.data, joint, again }),
      ],
      {
        type: 'CaseSorted',
        data: { by: receiver, ...command.data, ...(litigation && { litigation }) },
      },
    );
  });

/** To another office, or kept by the receiver itself; then what it owes the petitioner runs from receipt (Art. 23). */
export const sendCase: Step<'SendCase'> = (command, state, { offices, history }) =>
  when(state, ['sorted'], (sorted) => {
    const { receiver, reachable, returnedBy, procedure, parts } = sorted;
    const { to } = command.data;
    const { keptFrom } = parts.recusal;
    return unlessRefused(
      [
        onlyTheHolderActs(receiver, command.office),
        anOfficeIsInTheDirectory(offices, to),
        anOfficeIsNotSucceeded(offices, to),
        aPetitionDepartmentHandlesNothingItself(offices, receiver, to),
        theAccusedNeverHandle(to, keptFrom, offices),
        litigationIsNotSent(petitionClaims(sorted)),
        theThirdTimeTheCommonSuperiorDecides(
          returnedBy,
          commonSuperior([receiver, ...returnedBy], keptFrom, offices),
        ),
        aCaseGoesUpWithAReasonedReport(offices, receiver, to, command.data.report),
        anAssignedCaseIsNotSimple(procedure, command.data.mode),
      ],
      {
        type: 'CaseSent',
        data: { by: receiver, reachable, ...command.data, ...(to === receiver && receivedAtOf(history)) },
      },
    );
  });

const receivedAtOf = ([first]: DecisionContext['history']): Pick<
  SpineEvents['CaseRegistered'],
  'receivedAt'
> => {
  const { receivedAt } = first!.data as SpineEvents['CaseRegistered'];
  return { receivedAt };
};

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
  when(state, ['closed', 'directed'], ({ receiver, parts }) => {
    const { reasons, newFacts } = command.data;
    return unlessRefused(
      [
        onlyTheHolderActs(receiver, command.office),
        ...(newFacts ? [] : [aFinalMatterIsNotTakenUpAgain(parts.review)]),
        aReviewIsDecidedFirst(parts.review),
      ],
      { type: 'CaseReopened', data: { by: receiver, reasons, ...(newFacts && { newFacts }) } },
    );
  });
