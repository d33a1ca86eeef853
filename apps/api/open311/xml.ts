import { XMLBuilder } from 'fast-xml-parser';

/** What each list is made of: JSON has only the list (Spark convention), XML names its members too. */
const MEMBERS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  notes: 'note',
};

/** XML 1.0 has no way to write most control characters, nor U+FFFE and U+FFFF. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REPLACEMENT = '\ufffd';

const builder = new XMLBuilder({ format: true, indentBy: '  ', suppressEmptyNode: true });

function node(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const member = MEMBERS[name]!;
    return value.length === 0 ? '' : { [member]: value.map((one) => node(member, one)) };
  }
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(UNWRITABLE, REPLACEMENT);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([child, inner]) => [child, node(child, inner)]));
}

/** The same answer as in JSON, under its root. */
export const toXml = (root: string, value: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: node(root, value) })}`;
