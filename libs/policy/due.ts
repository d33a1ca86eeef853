import { deterministicId, unreachable } from '@huiyin/kernel';
import type { Duty, DutyStep, EscalationCommand } from './duty';
import type { EscalationAction, Instant } from './pack';

/** The id of what is done once about a missed duty: by the clock, or by hand before it. */
export const onceAfter = (dutyId: string, action: EscalationAction, number = 0): string =>
  deterministicId('escalation', dutyId, action, number);

/** An extended duty is reminded of anew before its new date; whatever follows the due time happens once. */
const commandId = (duty: Duty, step: DutyStep): string =>
  step.do === 'remind' && step.at < duty.dueAt
    ? deterministicId('escalation', duty.id, step.do, step.at)
    : onceAfter(duty.id, step.do, stepNumber(duty, step));

const stepNumber = (duty: Duty, step: DutyStep): number =>
  duty.steps.filter((other) => other.do === step.do && other.at >= duty.dueAt && other.at < step.at).length;

/**
 * Whether a step that has fallen due is still to be taken. What was missed stays missed: a breach is recorded even
 * when the duty was met late, or was taken from the office after its time; there is nothing left to remind of.
 */
function applies(duty: Duty, step: DutyStep): boolean {
  if (duty.kind === 'window' && step.do !== 'remind') return false;
  switch (duty.status) {
    case 'open':
      return true;
    case 'paused':
      return step.at <= duty.pausedSince!;
    case 'met':
      return false;
    case 'met-late':
    case 'cancelled':
      return step.do === 'breach' && step.at < duty.endedAt!;
    default:
      return unreachable(duty.status);
  }
}

/** Every step that has fallen due, in order of time; with `after`, only those that fell due later than that. */
export function due(duties: readonly Duty[], now: Instant, after: Instant = ''): EscalationCommand[] {
  const commands: EscalationCommand[] = [];
  for (const duty of duties) {
    for (const step of duty.steps) {
      if (step.at > now) break;
      if (step.at <= after || !applies(duty, step)) continue;
      const { trigger } = step;
      commands.push({
        commandId: commandId(duty, step),
        do: step.do,
        duty,
        at: step.at,
        ...(trigger && { trigger }),
      });
    }
  }
  // Stable: steps of one instant keep the order of their duty.
  return commands.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The next instant later than `after` at which `due` will have more to say; undefined when there is none. */
export function nextStepAt(duties: readonly Duty[], after: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const duty of duties) {
    for (const step of duty.steps) {
      if (next !== undefined && step.at >= next) break;
      if (step.at > after && applies(duty, step)) next = step.at;
    }
  }
  return next;
}

/** The steps that a duty came to while it ran, until an instant: each as it would have been taken at its own time. */
export function stepsReached(duty: Duty, until: Instant): readonly DutyStep[] {
  const ran = [until, duty.endedAt, duty.pausedSince].filter((end) => end !== undefined).sort()[0]!;
  return duty.steps.filter(
    (step) =>
      (duty.kind === 'duty' || step.do === 'remind') && (step.at < ran || (step.at === ran && ran === until)),
  );
}
