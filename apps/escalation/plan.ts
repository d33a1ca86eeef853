import { due, duties, type EscalationCommand, type Fact, type RuleBook } from '@huiyin/policy';

const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** What a stream will still ask for, in order of time: every step of its duties that has not been taken. */
export function pendingSteps(
  history: readonly Fact[],
  rules: RuleBook,
  fired: readonly string[],
): EscalationCommand[] {
  const taken = new Set(fired);
  return due(duties(history, rules), END_OF_TIME).filter(({ commandId }) => !taken.has(commandId));
}
