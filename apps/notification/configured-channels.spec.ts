import { deliverySchema, readConfig } from '@huiyin/runtime';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { configuredChannels } from './configured-channels';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

test('a webhook is signed for receivers, who refuse what is not of the last minutes', async () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { webhook } = configuredChannels(readConfig(deliverySchema, { WEBHOOK_SECRET: SECRET }));
  await webhook!.send({
    id: 'n1',
    to: `http://127.0.0.1:${port}/`,
    subject: 's',
    text: '到期',
    about: { caseId: 'c' },
  });
  const [{ headers, body }] = received as [(typeof received)[0]];
  const told = new Webhook(SECRET).verify(body, headers as Record<string, string>);
  expect(told).toEqual({ caseId: 'c', subject: 's', text: '到期' });
  server.closeAllConnections();
  server.close();
});
