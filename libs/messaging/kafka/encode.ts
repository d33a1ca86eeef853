import { CloudEvent, Kafka as KafkaBinding } from 'cloudevents';
import type { IHeaders, Message as KafkaRecord } from 'kafkajs';
import type { Message } from '../port';

/** A record that is not one of our messages: no CloudEvents headers, or a value that is not JSON. */
export class NotAMessage extends Error {}

/** CloudEvents 1.0 Kafka binary mode: attributes as `ce_…` headers, `data` as the JSON value. */
export function toRecord(message: Message): KafkaRecord {
  const { topic: _, key, data, traceparent, position, ...attributes } = message;
  const event = new CloudEvent(
    {
      ...attributes,
      datacontenttype: 'application/json',
      // CloudEvents integers have 32 bits.
      position: String(position),
      ...(traceparent ? { traceparent } : {}),
    },
    false,
  );
  const { headers } = KafkaBinding.binary(event);
  const sent: IHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent[name === 'ce_datacontenttype' ? 'content-type' : name] = String(value);
  }
  return { key, value: JSON.stringify(data), headers: sent, timestamp: String(Date.parse(message.time)) };
}

const REQUIRED = ['id', 'type', 'source', 'subject', 'time', 'dataschema', 'position'] as const;

/** Throws NotAMessage. By hand, because the library's own way parses headers as strings only and costs ten times as much. */
export function fromRecord(topic: string, record: Pick<KafkaRecord, 'key' | 'value' | 'headers'>): Message {
  const header = (name: string) => record.headers?.[name]?.toString();
  const missing = REQUIRED.filter((name) => header(`ce_${name}`) === undefined);
  if (missing.length > 0) throw new NotAMessage(`headers are missing: ${missing.join(', ')}`);
  const traceparent = header('ce_traceparent');
  const of = (name: (typeof REQUIRED)[number]) => header(`ce_${name}`)!;
  return {
    id: of('id'),
    topic,
    key: record.key?.toString() ?? '',
    type: of('type'),
    source: of('source'),
    subject: of('subject'),
    time: of('time'),
    dataschema: of('dataschema'),
    data: parse(record.value),
    ...(traceparent === undefined ? {} : { traceparent }),
    position: Number(of('position')),
  };
}

function parse(value: Buffer | string | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? 'null');
  } catch {
    throw new NotAMessage('the value is not JSON');
  }
}
