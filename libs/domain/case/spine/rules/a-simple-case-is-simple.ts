import type { Verdict } from '../../../decider';

/** What keeps a case from the simple procedure, in the clerk's judgement. */
export const NOT_SIMPLE = ['not-a-first-petition', 'likely-refusal', 'several-offices', 'complex'] as const;
export type NotSimple = (typeof NOT_SIMPLE)[number];

/** Claims that a court, an arbitration, a party or an administrative procedure is for. */
const STATUTORY = ['litigation', 'arbitration', 'party-appeal', 'administrative', 'statutory-duty'];

interface Sorting {
  procedure: 'ordinary' | 'simple';
  joint: boolean;
  /** The file shows that the matter came before: linked as a repeat, or opened again. */
  again: boolean;
  routes: readonly { route: string }[];
  unfit: readonly NotSimple[];
}

const refused = (reason: string): Verdict => ({ code: 'not-simple', facts: { reason } });

/** The simple procedure is not for what is joint, complex, on a statutory route, or likely to be refused (2016 trial). */
export function aSimpleCaseIsSimple({ procedure, joint, again, routes, unfit }: Sorting): Verdict {
  if (procedure === 'ordinary') return undefined;
  if (joint) return refused('joint');
  if (again) return refused('not-a-first-petition');
  const statutory = routes.find(({ route }) => STATUTORY.includes(route));
  if (statutory) return refused(statutory.route);
  return unfit[0] && refused(unfit[0]);
}

/** What is assigned (交办) owes more than the simple procedure asks for (2016 trial). */
export const anAssignedCaseIsNotSimple = (
  procedure: 'ordinary' | 'simple',
  mode: 'refer' | 'assign',
): Verdict => (procedure === 'simple' && mode === 'assign' ? refused('assigned') : undefined);
