import { randomUUID } from 'node:crypto';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

const VISIT = { ...WATER_CUT, channel: 'visit', petitioner: { name: '张三', phone: '19990000000' } };
const VISITS = 20;

const standings = async (): Promise<string[]> =>
  (await bench.store.readAll({ after: 0, limit: 10_000 }))
    .map(({ stream }) => stream)
    .filter((stream) => stream.startsWith('standing-'));

test('visit after visit about one office moves no standing', async () => {
  for (let visit = 0; visit < VISITS; visit += 1) {
    const id = randomUUID();
    await bench.give('cases', id, 'RegisterCase', VISIT);
    await bench.give('cases', id, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
    await bench.give('cases', id, 'SendCase', { to: 'housing' });
  }
  await bench.toDay(1, escalation);
  expect(await standings()).toEqual([]);
});

test('somebody who only asked the way and was booked as a visitor is struck, and no standing has a trace', async () => {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', VISIT);
  await bench.give('cases', id, 'DisputeRecord', { entry: 0, field: 'channel', says: '我只是问路' });
  const [, disputed] = await bench.store.readStream(`case-${id}`);
  const { dispute } = disputed!.data as { dispute: string };
  await bench.give('cases', id, 'StrikeRegistration', { dispute, reasons: '此人仅问路' });
  await bench.toDay(60, escalation);
  expect((await bench.store.readStream(`case-${id}`)).map(({ type }) => type)).toEqual([
    'CaseRegistered',
    'RecordDisputed',
    'RegistrationStruck',
    'DisputeSettled',
  ]);
  expect(await standings()).toEqual([]);
});
