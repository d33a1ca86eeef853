import { unlessRefused, type Decision, type DecisionContext, type Verdict } from '../../decider';
import { isKeptFrom } from '../../kept-from';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

export interface KeepingOut {
  /** What keeps it from somebody, as it is recorded. */
  event: CaseEvent;
  keptFrom: readonly string[];
  why: 'accused' | 'recused';
  /** Who receives it in place of a petition department that is to stay out itself. */
  receiver?: string | undefined;
}

/** Whoever is to stay out of it and has it loses it in the same moment: no office that is accused holds the case. */
export function keepOut(
  state: Registered,
  { event, keptFrom, why, receiver }: KeepingOut,
  { offices }: DecisionContext,
  verdicts: readonly Verdict[],
): Decision<CaseEvent> {
  const replaced = isKeptFrom(state.receiver, keptFrom, offices);
  const to = replaced ? receiver : state.receiver;
  const anotherIsNamed: Verdict =
    to === undefined || isKeptFrom(to, keptFrom, offices)
      ? { code: 'receiver-accused', facts: { receiver: to ?? state.receiver } }
      : undefined;
  const by = to ?? state.receiver;
  const events: CaseEvent[] = [event];
  if (replaced) events.push({ type: 'OfficeReplaced', data: { by, from: state.receiver, to: by, why } });
  if (isHeld(state) && isKeptFrom(state.office, keptFrom, offices))
    events.push({ type: 'CaseTakenBack', data: { by, from: state.office, why } });
  return unlessRefused([...verdicts, anotherIsNamed, anOfficeIsInTheDirectory(offices, by)], ...events);
}

type Held = Extract<Registered, { office: string }>;
const isHeld = (state: Registered): state is Held => 'office' in state && state.status !== 'closed';
