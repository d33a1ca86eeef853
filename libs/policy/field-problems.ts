import { canBe, fieldOf, type EventSchemas } from './event-schema';
import { TRAITS } from './matching';
import type { DutyRule, EventSelector, PeriodRule } from './pack';
import type { Path, Problem } from './problem';
import type { SupervisionRules } from './supervision';

interface Named {
  path: Path;
  field: string;
  /** The field has to be in one of them. */
  events: readonly string[];
  /** Earlier events of the case may have it instead. */
  traits?: boolean;
}

const isTrait = (field: string): boolean => TRAITS.some((trait) => trait === field);

/** A selector that no event can ever meet. */
function whereProblems(selector: EventSelector, path: Path, schemaOf: EventSchemas): Problem[] {
  const { event, where = {} } = selector;
  const schema = schemaOf(event);
  if (!schema) return [];
  return Object.entries(where).flatMap(([field, value]) => {
    const found = fieldOf(schema, field);
    const at = [...path, 'where', field];
    if (found.length === 0)
      return isTrait(field) ? [] : [{ path: at, message: `${event} has no field ${field}` }];
    return found.some((one) => canBe(one, value))
      ? []
      : [{ path: at, message: `${field} of ${event} is never ${JSON.stringify(value)}` }];
  });
}

function missing({ path, field, events, traits }: Named, schemaOf: EventSchemas): Problem[] {
  const schemas = events.map(schemaOf);
  const known = schemas.every((schema) => schema !== undefined);
  if (!known || (traits && isTrait(field))) return [];
  return schemas.some((schema) => fieldOf(schema, field).length > 0)
    ? []
    : [{ path, message: `${[...new Set(events)].join(', ')} has no field ${field}` }];
}

function periodField(period: PeriodRule): (Omit<Named, 'events' | 'path'> & { key: string }) | undefined {
  if ('field' in period) return { key: 'field', field: period.field };
  if ('service' in period) return { key: 'service', field: period.service, traits: true };
  return 'until' in period ? { key: 'until', field: period.until } : undefined;
}

/** Every field that a rule reads, and the events that it reads it of. An item of a list may hold it as well. */
function namedBy(rule: DutyRule, path: Path): Named[] {
  const raising = rule.raisedBy.map(({ event }) => event);
  const of = (key: Path, field: string | undefined, events: readonly string[]): Named[] =>
    field === undefined ? [] : [{ path: [...path, ...key], field, events }];
  const { owner, overseer, period, startsFrom, each, handedOverBy = [], extendedBy } = rule;
  const counted = periodField(period);
  return [
    ...of(['each', 'list'], each?.list, raising),
    ...of(['each', 'key'], each?.key, raising),
    ...of(['owner', 'field'], 'field' in owner ? owner.field : undefined, raising),
    ...of(['overseer', 'field'], 'field' in overseer ? overseer.field : undefined, raising),
    ...of(['startsFrom'], startsFrom, raising),
    ...(counted ? [{ ...counted, path: [...path, 'period', counted.key], events: raising }] : []),
    ...handedOverBy.flatMap(({ event, field }, index) =>
      of(['handedOverBy', index, 'field'], field, [event]),
    ),
    ...of(['extendedBy', 'daysField'], extendedBy?.daysField, [extendedBy?.event ?? '']),
  ];
}

/** The events' data, and beside its fields those of the items of the rule's list. */
const withItems =
  (list: string | undefined, schemaOf: EventSchemas): EventSchemas =>
  (event) => {
    const schema = schemaOf(event);
    const items =
      schema && list !== undefined ? fieldOf(schema, list).flatMap(({ items }) => items ?? []) : [];
    return schema && items.length > 0 ? { anyOf: [schema, ...items] } : schema;
  };

const SELECTORS = ['raisedBy', 'dischargedBy', 'cancelledBy'] as const;

function selectorProblems(selector: EventSelector, path: Path, schemaOf: EventSchemas): Problem[] {
  const { event, office } = selector;
  const named = office ? [{ path: [...path, 'office', 'field'], field: office.field, events: [event] }] : [];
  return [...whereProblems(selector, path, schemaOf), ...named.flatMap((one) => missing(one, schemaOf))];
}

/** Conditions and fields that no event has: the rule would never fire, be met or be owed by anybody. */
export const fieldProblems = (duties: readonly DutyRule[], schemaOf: EventSchemas): Problem[] =>
  duties.flatMap((rule, index) => {
    const path = ['duties', index];
    const withList = withItems(rule.each?.list, schemaOf);
    return [
      ...SELECTORS.flatMap((list) =>
        (rule[list] ?? []).flatMap((selector, at) =>
          selectorProblems(selector, [...path, list, at], schemaOf),
        ),
      ),
      ...namedBy(rule, path).flatMap((named) => missing(named, withList)),
    ];
  });

/** The same of what counts towards a supervision order. */
export const triggerFieldProblems = ({ triggers }: SupervisionRules, schemaOf: EventSchemas): Problem[] =>
  triggers.flatMap(({ on }, index) =>
    on.flatMap(({ amount, office, ...selector }, at) => {
      const path = ['supervision', 'triggers', index, 'on', at];
      const named = Object.entries({ amount, office }).flatMap(([key, field]) =>
        field === undefined ? [] : [{ path: [...path, key], field, events: [selector.event] }],
      );
      return [...whereProblems(selector, path, schemaOf), ...named.flatMap((one) => missing(one, schemaOf))];
    }),
  );
