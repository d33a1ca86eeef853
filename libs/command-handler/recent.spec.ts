import type { EventStore } from '@huiyin/event-store';
import { command, createBench, registration, SORT, STREAM, type Bench } from './handler.fixture';

/** Two processes with one log: each remembers what it wrote last, and neither what the other wrote since. */
let one: Bench;
let other: Bench;
let reads: number;

beforeEach(async () => {
  reads = 0;
  const counting = (store: EventStore): EventStore => ({
    ...store,
    readStream: (...args) => (reads++, store.readStream(...args)),
  });
  one = await createBench(counting);
  other = await createBench(() => one.store);
  await one.execute(command('RegisterCase', registration));
  await one.execute(command('SortCase', SORT));
});

const send = () => other.execute(command('SendCase', { to: 'housing' }));
const types = async () => (await one.store.readStream(STREAM)).map(({ type }) => type);

describe('what was written last is remembered', () => {
  test('and is decided on without being read again', async () => {
    expect(reads).toBe(0);
    expect(await one.execute(command('SendCase', { to: 'housing' }))).toMatchObject({
      status: 'done',
      revision: 2,
    });
    expect(reads).toBe(0);
  });

  test('but a step that it would refuse is decided on what is stored', async () => {
    await send();
    expect(await one.execute(command('AcknowledgeCase'))).toMatchObject({ status: 'done', revision: 3 });
    expect(await types()).toEqual(['CaseRegistered', 'CaseSorted', 'CaseSent', 'CaseAcknowledged']);
  });

  test('and a step that it would allow is refused when others took it', async () => {
    await send();
    const refused = { status: 'refused', refusal: { code: 'wrong-state' } };
    expect(await one.execute(command('SendCase', { to: 'labour' }))).toMatchObject(refused);
    expect(await types()).toEqual(['CaseRegistered', 'CaseSorted', 'CaseSent']);
  });

  test('and a revision is compared with the present one', async () => {
    await send();
    const seen = (expectedRevision: number) => command('AcknowledgeCase', {}, { expectedRevision });
    expect(await one.execute(seen(1))).toEqual({ status: 'stale', actualRevision: 2 });
    expect(await one.execute(seen(2))).toMatchObject({ status: 'done', revision: 3 });
  });

  test('and a command sent again is answered as the first time', async () => {
    const given = command('SendCase', { to: 'housing' });
    const first = await one.execute(given);
    expect(await one.execute(given)).toEqual({ ...first, status: 'repeated' });
  });
});
