import { fill } from '../render';
import type { Channel } from './channel';
import { post } from './post';

export interface SmsConfig {
  url: string;
  method?: 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  /** JSON whose strings may hold `{{to}}`, `{{text}}` and `{{id}}`. */
  body: string;
}

/** About 7 parts of a long message in Chinese. */
const TEXT_CHARS_MAX = 450;

/** A gateway of any make that takes one JSON request for each message. Throws for a body that is not JSON. */
export function smsChannel({ url, method = 'POST', headers = {}, body }: SmsConfig): Channel {
  const template: unknown = JSON.parse(body);
  return {
    async send({ id, to, text }) {
      const values = { id, to, text: shortened(text) };
      const all = { 'content-type': 'application/json', 'idempotency-key': id, ...headers };
      await post({ url, method, headers: all, body: JSON.stringify(filled(template, values)) });
    },
    close: () => undefined,
  };
}

const shortened = (text: string): string =>
  text.length <= TEXT_CHARS_MAX ? text : `${text.slice(0, TEXT_CHARS_MAX - 1)}…`;

/** Filled inside the parsed JSON, so that no value can break out of its string. */
function filled(node: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return fill(node, values);
  if (Array.isArray(node)) return node.map((item) => filled(item, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, filled(value, values)]));
}
