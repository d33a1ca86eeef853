import { uuidv7 } from '@huiyin/kernel';
import { describeKafka } from '../../../test/setup/kafka';
import { createClient, createKafkaConsumer, createKafkaPublisher, ensureTopics } from '../kafka';
import { killWhileHandling, QUICK, startDatabase } from './rig';
import { describeMessagingContract } from './suite';

/** The shortest that a broker allows, so that a killed member is missed soon. */
const SESSION_TIMEOUT_ms = 6_000;

describeKafka('messages through Kafka', (brokersOf) => {
  describeMessagingContract('the messaging contract', {
    shares: true,
    start: async () => {
      const brokers = brokersOf();
      const { url, lot, parked, close } = await startDatabase();
      const topic = `spec.messages.${uuidv7(new Date())}`;
      const admin = createClient({ brokers, clientId: 'spec-admin' }).admin();
      await admin.connect();
      await ensureTopics(admin, [{ topic, partitions: 4, compacted: false }]);
      await admin.disconnect();
      const publisher = createKafkaPublisher({ brokers, clientId: 'spec-publisher' });
      let position = 0;
      const session = { sessionTimeout_ms: SESSION_TIMEOUT_ms };
      return {
        topic,
        lot,
        parked,
        publish: (drafts) => publisher.publish(drafts.map((draft) => ({ ...draft, position: ++position }))),
        consumer: () =>
          createKafkaConsumer({ brokers, clientId: 'spec-consumer', lot, retry: QUICK, ...session }),
        killWhileHandling: (group) =>
          killWhileHandling({ group, topic, databaseUrl: url, brokers, ...session }),
        close: async () => {
          await publisher.close();
          await close();
        },
      };
    },
  });
});
