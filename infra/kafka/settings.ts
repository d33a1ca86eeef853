const HOST = '127.0.0.1';
const OFFSETS_PARTITIONS = 10;

export interface BrokerPlace {
  port: number;
  controllerPort: number;
  /** Absolute. */
  data: string;
}

export const address = ({ port }: BrokerPlace): string => `${HOST}:${port}`;

/** server.properties of one node that is broker and controller; topics are made on purpose only. */
export function settings(place: BrokerPlace): string {
  const controller = `${HOST}:${place.controllerPort}`;
  const values: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    listeners: `PLAINTEXT://${address(place)},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://${address(place)}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': place.data.replaceAll('\\', '/'),
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': OFFSETS_PARTITIONS,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
