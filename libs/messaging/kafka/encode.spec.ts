import { Kafka as KafkaBinding, type CloudEvent } from 'cloudevents';
import { draft } from '../contract/messages';
import { fromRecord, NotAMessage, toRecord } from './encode';

const message = { ...draft('spec.v1', 'case-0', 7), position: 4_294_967_296 };
const asReceived = (record: ReturnType<typeof toRecord>) => ({
  key: Buffer.from(record.key as string),
  value: Buffer.from(record.value as string),
  headers: Object.fromEntries(
    Object.entries(record.headers ?? {}).map(([name, value]) => [name, Buffer.from(value as string)]),
  ),
});

test('a message comes back as it went', () => {
  expect(fromRecord('spec.v1', asReceived(toRecord(message)))).toEqual(message);
});

test('an outsider with a CloudEvents library reads it as a valid event', () => {
  const { key, value, headers } = toRecord(message);
  const event = KafkaBinding.toEvent({ key, value, headers, body: value } as never) as CloudEvent<unknown>;
  expect(event.validate()).toBe(true);
  const { topic: _, position, key: partitionkey, ...attributes } = message;
  expect(event).toMatchObject({
    ...attributes,
    specversion: '1.0',
    partitionkey,
    position: String(position),
  });
  expect(headers).toMatchObject({ 'content-type': 'application/json' });
});

test('what is not a message is refused by name', () => {
  const record = asReceived(toRecord(message));
  expect(() => fromRecord('spec.v1', { ...record, headers: {} })).toThrow(NotAMessage);
  expect(() => fromRecord('spec.v1', { ...record, value: Buffer.from('{') })).toThrow(NotAMessage);
});
