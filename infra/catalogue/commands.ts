import { aggregates, formOf, type AnyAggregate } from '@huiyin/domain';
import { z } from 'zod';
import { code, page, table } from './markdown';

interface Field {
  type?: string;
  enum?: readonly string[];
  const?: unknown;
  format?: string;
  items?: Field;
  properties?: Readonly<Record<string, Field>>;
  required?: readonly string[];
  anyOf?: readonly Field[];
  oneOf?: readonly Field[];
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** Every command with its form, aggregate by aggregate. */
export function commandsPage(): string {
  const parts = Object.entries(aggregates).flatMap(([path, aggregate]) => [
    `## ${aggregate.name} ${aggregate.chinese}\n\nIn the API: \`${path}\`. Stream: \`${aggregate.name}-{id}\`. It begins with ${code(aggregate.begunBy)}.`,
    ...Object.keys(aggregate.commands).map((type) => commandPart(aggregate, type)),
  ]);
  return page(
    'Commands 命令',
    'What an office can ask for. `*` marks what must be given; a *system* command is given by Huiyin itself and has no route.',
    ...parts,
  );
}

function commandPart(aggregate: AnyAggregate, type: string): string {
  const form = z.toJSONSchema(formOf(aggregate, type), { io: 'input', unrepresentable: 'any' }) as Field;
  const fields = Object.entries(form.properties ?? {}).map(([name, field]) => [
    code(name) + (form.required?.includes(name) ? ' *' : ''),
    typeOf(field),
    [
      field.description,
      field.default === undefined ? undefined : `default ${code(JSON.stringify(field.default))}`,
    ]
      .filter((text) => text !== undefined)
      .join('; '),
  ]);
  const title = `### ${type}${aggregate.system.includes(type) ? ' (system)' : ''}`;
  return `${title}\n\n${fields.length === 0 ? 'Nothing to fill in.' : table(['Field', 'Form', 'Note'], fields)}`;
}

function typeOf(field: Field): string {
  if (field.enum) return field.enum.map(code).join(', ');
  if (field.const !== undefined) return code(JSON.stringify(field.const));
  const options = field.anyOf ?? field.oneOf;
  if (options) return options.map(typeOf).join(' or ');
  if (field.items) return `list of ${typeOf(field.items)}${bound(field.maxItems)}`;
  if (field.properties) {
    const parts = Object.entries(field.properties).map(
      ([name, inner]) => `${name}${field.required?.includes(name) ? '' : '?'}: ${typeOf(inner)}`,
    );
    return `{ ${parts.join('; ')} }`;
  }
  return `${field.format ?? field.type ?? 'any'}${bound(field.maxLength)}${range(field)}`;
}

const bound = (max: number | undefined): string => (max === undefined ? '' : ` ≤ ${max}`);

const range = ({ minimum, maximum }: Field): string =>
  minimum === undefined || maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
    ? ''
    : ` ${minimum}–${maximum}`;
