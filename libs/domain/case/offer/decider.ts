import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import { anOfficeIsNotSucceeded } from '../../rules/an-office-is-not-succeeded';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { theAccusedNeverHandle } from '../recusal/rules/the-accused-never-handle';
import { commonSuperior } from '../spine/common-superior';
import { aCaseIsSentToAnotherOffice } from '../spine/rules/a-case-is-sent-to-another-office';
import { aDeterminationIsNotObjectedTo } from '../spine/rules/a-determination-is-not-objected-to';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { OfferCommand } from './commands';
import { oneOfficeIsAskedAtATime } from './rules/one-office-is-asked-at-a-time';

/** Until the case is accepted offices may agree on who handles it; afterwards it is whoever accepted. */
const BEFORE_ACCEPTANCE = ['sent', 'acknowledged'] as const;

export function decideOffer(
  command: OfferCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'OfferHandling':
      return offer(command, state, context);
    case 'TakeHandling':
      return take(command, state, context);
    case 'DeclineHandling':
      return decline(command, state);
    case 'ReferDispute':
      return refer(command, state, context);
    default:
      return unreachable(command);
  }
}

const offer = (
  { data, office: acting }: Given<'OfferHandling'>,
  state: CaseState,
  { offices }: DecisionContext,
): Decided =>
  when(state, BEFORE_ACCEPTANCE, ({ office, receiver, determined, parts }) =>
    unlessRefused(
      [
        onlyTheHolderActs(office, acting),
        anOfficeIsInTheDirectory(offices, data.to),
        anOfficeIsNotSucceeded(offices, data.to),
        aCaseIsSentToAnotherOffice(office, data.to),
        aCaseIsSentToAnotherOffice(receiver, data.to),
        theAccusedNeverHandle(data.to, parts.recusal.keptFrom, offices),
        aDeterminationIsNotObjectedTo(determined),
        oneOfficeIsAskedAtATime(parts.offer),
      ],
      { type: 'HandlingOffered', data: { by: office, ...data } },
    ),
  );

const take = (
  { office: acting }: Given<'TakeHandling'>,
  state: CaseState,
  { offices }: DecisionContext,
): Decided =>
  when(state, BEFORE_ACCEPTANCE, ({ office: from, parts }) => {
    if (parts.offer.status !== 'offered') return refuse('no-handling-offered');
    const { to } = parts.offer;
    return unlessRefused(
      [onlyTheHolderActs(to, acting), theAccusedNeverHandle(to, parts.recusal.keptFrom, offices)],
      { type: 'HandlingTaken', data: { by: to, from } },
      { type: 'OfficeReplaced', data: { by: to, from, to, why: 'agreed' } },
    );
  });

const decline = ({ data, office: acting }: Given<'DeclineHandling'>, state: CaseState): Decided =>
  when(state, BEFORE_ACCEPTANCE, ({ office: from, parts }) => {
    if (parts.offer.status !== 'offered') return refuse('no-handling-offered');
    const { to: by } = parts.offer;
    return unlessRefused([onlyTheHolderActs(by, acting)], {
      type: 'HandlingDeclined',
      data: { by, from, ...data },
    });
  });

/** They do not agree: the common superior, or the joint conference, owes a decision (Art. 24). */
const refer = (
  { office: acting }: Given<'ReferDispute'>,
  state: CaseState,
  { offices }: DecisionContext,
): Decided =>
  when(state, BEFORE_ACCEPTANCE, ({ office: from, receiver, parts }) => {
    if (parts.offer.status !== 'declined') return refuse('no-handling-dispute');
    const returnedBy = [from, parts.offer.to];
    const to = commonSuperior([receiver, ...returnedBy], parts.recusal.keptFrom, offices);
    return unlessRefused(
      [onlyTheHolderActs(from, acting)],
      { type: 'CaseTakenBack', data: { by: receiver, from, why: 'disputed' } },
      { type: 'DeadlockReferred', data: { by: receiver, to, returnedBy } },
    );
  });
