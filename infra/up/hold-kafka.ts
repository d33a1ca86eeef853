/* Holds the broker; a Ctrl-C in the terminal does not reach this process. */
import { createConnection } from 'node:net';
import { startKafka } from '../kafka';
import { hold } from './hold';

hold('kafka', async (folder) => {
  const { brokers, stop } = await startKafka({ folder });
  return { address: brokers.join(','), gone: refused(brokers[0]!), stop };
});

/** Resolves when nobody listens there any more; the broker ends connections that are idle, and is called again. */
async function refused(broker: string): Promise<void> {
  const [host, port] = broker.split(':');
  for (let there = true; there;) {
    const socket = createConnection({ host: host!, port: Number(port) }).resume();
    there = await new Promise<boolean>((resolve) => {
      let connected = false;
      socket.on('connect', () => (connected = true));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(connected));
    });
  }
}
