import type { EscalationStep } from '../pack';
import type { SupervisionTrigger } from '../supervision';

interface Steps {
  remind?: number;
  supervise?: number;
  review?: number;
  /** What the supervision order is given for; otherwise `breach`. */
  trigger?: SupervisionTrigger;
}

/** Reminder so many days before, breach at the due time, then supervision and review so many days after it. */
export function stepsInDays(steps: Steps): EscalationStep[] {
  return inUnit('days', steps);
}

export function stepsInHours(steps: Steps): EscalationStep[] {
  return inUnit('hours', steps);
}

function inUnit(unit: 'days' | 'hours', steps: Steps): EscalationStep[] {
  const { remind, supervise, review, trigger } = steps;
  return [
    ...(remind === undefined ? [] : [{ do: 'remind', offset: { unit, amount: -remind } } as const]),
    { do: 'breach', offset: { unit, amount: 0 } },
    ...(supervise === undefined
      ? []
      : [{ do: 'supervise', offset: { unit, amount: supervise }, ...(trigger && { trigger }) } as const]),
    ...(review === undefined ? [] : [{ do: 'review', offset: { unit, amount: review } } as const]),
  ];
}
