import { contractOf, TOPICS, type MessageType } from './topics';

const HEADERS = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_dataschema'],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', description: 'id of the event: equal on every redelivery' },
    ce_type: { type: 'string', description: 'the name of the message' },
    ce_source: { type: 'string', description: 'the log that it comes from' },
    ce_subject: { type: 'string', description: 'stream of the event' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_dataschema: { type: 'string', description: "`$id` of the data's JSON Schema" },
    traceparent: { type: 'string', description: 'W3C trace context' },
  },
};

/** AsyncAPI 3.0 document of every topic; the schemas lie beside it. */
export function asyncApi(): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Huiyin messages',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in Kafka binary mode, at least once, in order per key. Personal data leaves only sealed.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(TOPICS.map((topic) => [topic.name, channel(topic)])),
    operations: Object.fromEntries(
      TOPICS.map(({ name }) => [
        `publish-${name}`,
        { action: 'send', channel: { $ref: `#/channels/${name}` } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        TOPICS.flatMap(({ contracts }) =>
          (Object.keys(contracts) as MessageType[]).map((type) => [type, messageOf(type)]),
        ),
      ),
    },
  };
}

const channel = ({ name, summary, key, compacted, contracts }: (typeof TOPICS)[number]) => ({
  address: name,
  description: `${summary} Key: ${key}.`,
  messages: Object.fromEntries(
    Object.keys(contracts).map((type) => [type, { $ref: `#/components/messages/${type}` }]),
  ),
  bindings: {
    kafka: {
      topic: name,
      topicConfiguration: { 'cleanup.policy': [compacted ? 'compact' : 'delete'] },
      bindingVersion: '0.5.0',
    },
  },
});

function messageOf(type: MessageType): object {
  const { zh, en } = contractOf(type);
  return {
    name: type,
    title: zh,
    summary: en,
    contentType: 'application/json',
    headers: HEADERS,
    payload: {
      schemaFormat: 'application/schema+json;version=draft-2020-12',
      schema: { $ref: `schemas/${type}.json` },
    },
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
  };
}
