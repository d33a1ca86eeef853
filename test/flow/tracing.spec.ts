import { startCollector, type Collector } from './collector';
import { createDataFolder, type DataFolder } from './standalone-process';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;
const NAME = '欧阳示例';

let collector: Collector;
let folder: DataFolder;

beforeAll(async () => {
  collector = await startCollector();
  folder = await createDataFolder();
});

afterAll(async () => {
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

  const spans = collector.spans.all.filter(({ traceId }) => traceId === TRACE);
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'command RegisterCase',
      'escalation huiyin.case.registered.v1',
      'escalate breach',
      'escalate review',
    ]),
  );
  expect(collector.bodies.join()).not.toContain(NAME);
});
