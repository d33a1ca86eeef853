import { createMemoryEventStore } from '@huiyin/event-store';
import { randomUUID } from 'node:crypto';
import { followDirectory } from './directory';
import { NOW } from './handler.fixture';

test('the directory knows which posts of head are held', async () => {
  const store = createMemoryEventStore();
  const tell = async (type: string, data: object): Promise<void> => {
    const commandId = randomUUID();
    const meta = { actor: 'a', office: 'o', commandId, correlationId: commandId };
    const event = { id: randomUUID(), type, version: 1, data, meta, occurredAt: NOW, recordedAt: NOW };
    await store.append({
      commandId,
      streams: [{ stream: 'office-housing', expectedRevision: 'any', events: [event] }],
    });
  };
  const heads = async (): Promise<readonly string[]> => {
    const directory = await followDirectory(store);
    const held = directory.heads('housing');
    await directory.stop();
    return held;
  };
  await tell('OfficeRegistered', { name: { zh: '住建局', en: 'Housing' }, level: 'city' });
  await tell('LeaderAppointed', { post: 'handler' });
  expect(await heads()).toEqual([]);
  await tell('LeaderAppointed', { post: 'first-responsible' });
  expect(await heads()).toEqual(['first-responsible']);
  await tell('LeaderLeft', { post: 'first-responsible' });
  expect(await heads()).toEqual([]);
  await store.close();
});
