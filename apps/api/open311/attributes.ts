import type { ServiceAttribute } from '@huiyin/policy';
import { z } from 'zod';
import { decimalOf, type Params } from './params';

export interface GivenAttribute {
  code: string;
  values: readonly string[];
}

/** `attribute[CODE]=value`, `attribute[CODE][]=value` for each of several; some clients write `attributes`. */
const NAME = /^attributes?\[([^\]]*)\](?:\[\d*\])?$/;

export function attributesGiven(params: Params): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const name of params.names()) {
    const code = NAME.exec(name)?.[1];
    if (code) given.set(code, [...(given.get(code) ?? []), ...params.all(name)]);
  }
  return given;
}

const datetime = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()]);

/** What is wrong with an answer; undefined when nothing is. */
function problemOf(attribute: ServiceAttribute, values: readonly string[]): string | undefined {
  const { code, datatype, values: options = [], variable = true } = attribute;
  const name = `attribute[${code}]`;
  if (values.length === 0)
    return attribute.required && variable ? `${name} is required for this service.` : undefined;
  if (values.length > 1 && datatype !== 'multivaluelist') return `${name} takes one value.`;
  switch (datatype) {
    case 'string':
    case 'text':
      return undefined;
    case 'number':
      return values.every((value) => decimalOf(value) !== undefined)
        ? undefined
        : `${name} must be a number.`;
    case 'datetime':
      return datetime.safeParse(values[0]).success
        ? undefined
        : `${name} must be an ISO 8601 date or date and time.`;
    case 'singlevaluelist':
    case 'multivaluelist': {
      const keys = options.map(({ key }) => key);
      const known = values.every((value) => keys.includes(value));
      return known ? undefined : `${name} must be of: ${keys.join(', ')}.`;
    }
  }
}

/** What was answered to the service's own questions; anything else that a client sends along is not kept. */
export function checkAttributes(
  defined: readonly ServiceAttribute[],
  params: Params,
): { attributes: GivenAttribute[]; problems: string[] } {
  const given = attributesGiven(params);
  const answers = defined.map((attribute) => ({ attribute, values: given.get(attribute.code) ?? [] }));
  return {
    attributes: answers
      .filter(({ attribute: { variable = true }, values }) => variable && values.length > 0)
      .map(({ attribute: { code }, values }) => ({ code, values })),
    problems: answers.flatMap(({ attribute, values }) => problemOf(attribute, values) ?? []),
  };
}
