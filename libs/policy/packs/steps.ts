import type { EscalationStep } from '../pack';

/** Reminder so many days before, breach at the due time, then supervision and review so many days after it. */
export function stepsInDays(steps: {
  remind?: number;
  supervise?: number;
  review?: number;
}): EscalationStep[] {
  return inUnit('days', steps);
}

export function stepsInHours(steps: {
  remind?: number;
  supervise?: number;
  review?: number;
}): EscalationStep[] {
  return inUnit('hours', steps);
}

function inUnit(
  unit: 'days' | 'hours',
  steps: { remind?: number; supervise?: number; review?: number },
): EscalationStep[] {
  const { remind, supervise, review } = steps;
  return [
    ...(remind === undefined ? [] : [{ do: 'remind', offset: { unit, amount: -remind } } as const]),
    { do: 'breach', offset: { unit, amount: 0 } },
    ...(supervise === undefined ? [] : [{ do: 'supervise', offset: { unit, amount: supervise } } as const]),
    ...(review === undefined ? [] : [{ do: 'review', offset: { unit, amount: review } } as const]),
  ];
}
