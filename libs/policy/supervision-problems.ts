import type { DutyRule } from './pack';
import { repeated, type Problem } from './problem';
import type { SupervisionRules } from './supervision';

const COUNTED: readonly string[] = ['case', 'advice'];
type Events = ReadonlyMap<string, readonly string[]>;

/** Triggers that could never count, or that name what is not there. */
export function supervisionProblems(
  { triggers, checklist }: SupervisionRules,
  events: Events,
): readonly Problem[] {
  const wrong = triggers.flatMap(({ on }, index) =>
    on.flatMap(({ event }, at) => {
      const message = neverCounts(event, events);
      return message === undefined
        ? []
        : [{ path: ['supervision', 'triggers', index, 'on', at, 'event'], message }];
    }),
  );
  const ids = <T extends { id: string }>(all: readonly T[]) => all.map(({ id }) => id);
  return [
    ...wrong,
    ...repeated(ids(triggers), ['supervision', 'triggers']),
    ...repeated(ids(checklist), ['supervision', 'checklist']),
  ];
}

/** Thresholds are read off the stream of a case, or of advice. */
function neverCounts(event: string, events: Events): string | undefined {
  if (!events.has(event)) return `unknown event ${event}`;
  return events.get(event)!.some((stream) => COUNTED.includes(stream))
    ? undefined
    : `never counts: ${event} is in no case and no advice`;
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
