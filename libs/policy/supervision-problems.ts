import type { DutyRule } from './pack';
import { repeated, type Problem } from './problem';
import type { SupervisionRules } from './supervision';

type Events = ReadonlyMap<string, readonly string[]>;

/** Triggers that could never count, or that name what is not there. */
export function supervisionProblems(
  { triggers, checklist }: SupervisionRules,
  events: Events,
): readonly Problem[] {
  const unknown = triggers.flatMap(({ on }, index) =>
    on.flatMap(({ event }, at) =>
      events.has(event)
        ? []
        : [
            {
              path: ['supervision', 'triggers', index, 'on', at, 'event'],
              message: `unknown event ${event}`,
            },
          ],
    ),
  );
  const ids = <T extends { id: string }>(all: readonly T[]) => all.map(({ id }) => id);
  return [
    ...unknown,
    ...repeated(ids(triggers), ['supervision', 'triggers']),
    ...repeated(ids(checklist), ['supervision', 'checklist']),
  ];
}

/** Only a supervision order is given for something. */
export const stepTriggerProblems = (duties: readonly DutyRule[]): Problem[] =>
  duties.flatMap(({ escalation }, index) =>
    escalation.flatMap((step, at) =>
      step.trigger === undefined || step.do === 'supervise'
        ? []
        : [
            {
              path: ['duties', index, 'escalation', at, 'trigger'],
              message: 'only a supervision order has a trigger',
            },
          ],
    ),
  );
