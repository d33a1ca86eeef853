import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued, type Verdict } from '../../decider';
import { keptFromAfter } from '../../kept-from';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import type { Decided } from '../step';
import type { RecusalCommand } from './commands';
import type { About, RecusalEvent } from './events';
import { keepOut } from './keep-out';
import { aRecusalIsAskedOneAtATime } from './rules/a-recusal-is-asked-one-at-a-time';
import { nobodyDecidesTheirOwnRecusal } from './rules/nobody-decides-their-own-recusal';

type Registered = Exclude<CaseState, { status: 'unregistered' }>;
type Given<T extends RecusalCommand['type']> = Extract<RecusalCommand, { type: T }> & Issued;

export function decideRecusal(
  command: RecusalCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  switch (command.type) {
    case 'AccuseOffice':
      return accuse(command, state, context);
    case 'AskRecusal':
      return ask(command, state, context);
    case 'GrantRecusal':
      return grant(command, state, context);
    case 'RefuseRecusal':
      return refuseRecusal(command, state, context);
    case 'RecuseStaff':
      return recuseStaff(command, state);
    default:
      return unreachable(command);
  }
}

/** The petition department, or whoever receives the case in its place. */
const receiving = (state: Registered, receiver: string | undefined, office: string | undefined): Verdict =>
  office !== undefined && office === receiver ? undefined : onlyTheHolderActs(state.receiver, office);

function accuse(
  { data, office: acting }: Given<'AccuseOffice'>,
  state: Registered,
  context: DecisionContext,
) {
  const { office, claim, receiver } = data;
  const by = acting ?? state.receiver;
  const event: RecusalEvent = { type: 'OfficeAccused', data: { by, office, ...(claim && { claim }) } };
  const keptFrom = keptFromAfter(state.parts.recusal.keptFrom, event);
  return keepOut(state, { event, keptFrom, why: 'accused', receiver }, context, [
    receiving(state, receiver, acting),
    anOfficeIsInTheDirectory(context.offices, office),
    claim !== undefined && !state.claims.includes(claim)
      ? { code: 'claim-unknown', facts: { claim } }
      : undefined,
  ]);
}

function ask(
  { data, office }: Given<'AskRecusal'>,
  state: Registered,
  { offices }: DecisionContext,
): Decided {
  return unlessRefused(
    [
      onlyTheHolderActs(state.receiver, office),
      aRecusalIsAskedOneAtATime(state.parts.recusal),
      'office' in data ? anOfficeIsInTheDirectory(offices, data.office) : undefined,
    ],
    { type: 'RecusalAsked', data: { by: state.receiver, ...data } },
  );
}

function asked(state: Registered): About | undefined {
  const { recusal } = state.parts;
  return recusal.status === 'asked' ? recusal.about : undefined;
}

function grant({ data, actor, office }: Given<'GrantRecusal'>, state: Registered, context: DecisionContext) {
  const about = asked(state);
  if (!about) return refuse('no-recusal-asked');
  const by = office ?? data.receiver ?? state.receiver;
  const event: RecusalEvent = { type: 'RecusalGranted', data: { by, reasons: data.reasons, ...about } };
  const keptFrom = keptFromAfter(state.parts.recusal.keptFrom, event);
  return keepOut(state, { event, keptFrom, why: 'recused', receiver: data.receiver }, context, [
    receiving(state, data.receiver, office),
    nobodyDecidesTheirOwnRecusal(about, { actor, office: by }, context.offices),
  ]);
}

function refuseRecusal(
  { data, actor, office }: Given<'RefuseRecusal'>,
  state: Registered,
  { offices }: DecisionContext,
): Decided {
  const about = asked(state);
  if (!about) return refuse('no-recusal-asked');
  // What is asked of the petition department itself, or of one above it, is for another to decide.
  const by = office ?? state.receiver;
  const verdicts = [
    receiving(state, offices.superior(state.receiver), office),
    nobodyDecidesTheirOwnRecusal(about, { actor, office: by }, offices),
  ];
  return unlessRefused(verdicts, {
    type: 'RecusalRefused',
    data: { by, reasons: data.reasons, ...about },
  });
}

function recuseStaff({ data, actor, office }: Given<'RecuseStaff'>, state: Registered): Decided {
  const holder = 'office' in state ? state.office : state.receiver;
  const verdict = office === state.receiver ? undefined : onlyTheHolderActs(holder, office);
  return unlessRefused([verdict], {
    type: 'StaffRecused',
    data: { by: office ?? holder, official: data.official ?? actor, reasons: data.reasons },
  });
}
