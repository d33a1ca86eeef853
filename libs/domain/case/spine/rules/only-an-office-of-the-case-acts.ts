import type { Verdict } from '../../../decider';

/** The office that received the case or the one that has it now acts on its file. */
export function onlyAnOfficeOfTheCaseActs(
  state: { receiver: string; office?: string },
  acting: string | undefined,
): Verdict {
  if (acting === undefined || acting === state.receiver || acting === state.office) return undefined;
  return { code: 'not-the-holder', facts: { holder: state.office ?? state.receiver, office: acting } };
}
