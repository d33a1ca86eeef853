import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDataFolder, type DataFolder } from './standalone-process';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;
const NAME = '欧阳示例';

interface Span {
  traceId: string;
  name: string;
}

interface Export {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

let collector: Server;
let folder: DataFolder;
const bodies: string[] = [];

beforeAll(async () => {
  collector = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      answer.setHeader('content-type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${port}`;
  folder = await createDataFolder();
});

afterAll(async () => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  await folder.dispose();
  collector.close();
});

test('one trace leads from the request to the review that it led to, and tells nothing personal', async () => {
  const city = await folder.start('--city', 'none', '--clock', 'simulated', '--port', '0');
  const office = { name: { zh: '单位', en: 'Office' }, level: 'city', territory: 'x' };
  for (const id of ['petitions', 'housing']) await city.client.post(`/offices/${id}/register-office`, office);
  const form = {
    channel: 'letter',
    category: 'housing',
    title: '电梯停运',
    place: '东湖区',
    claims: [{ summary: '修好电梯' }],
    receiver: 'petitions',
    petitioner: { name: NAME, phone: '19991234567' },
  };
  const registered = await city.client.post('/cases', form, { headers: { traceparent: TRACEPARENT } });
  expect(registered.status).toBe(201);
  const headers = { 'content-type': 'application/json' };
  await city.client.raw('/dev/clock', { method: 'POST', headers, body: '{"advance":"P60D"}' });
  await city.end();

  const spans = bodies
    .flatMap((body) => (JSON.parse(body) as Export).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const names = new Set(spans.filter(({ traceId }) => traceId === TRACE).map(({ name }) => name));
  for (const step of [
    'command RegisterCase',
    'escalation huiyin.case.registered.v1',
    'escalate breach',
    'escalate review',
  ]) {
    expect(names).toContain(step);
  }
  expect(bodies.join()).not.toContain(NAME);
});
