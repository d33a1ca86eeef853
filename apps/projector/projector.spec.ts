import { createMemoryEventStore } from '@huiyin/event-store';
import { createPool } from '@huiyin/database';
import { silentLog } from '@huiyin/kernel';
import { listCases, listDuties, migrateReadModels, openReadModels, VIEWS } from '@huiyin/read-models';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { appendAll } from '@huiyin/testing/append';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted } from '@huiyin/testing/view';
import { createProjector } from './projector';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateReadModels(database.url);
});
afterAll(() => database.drop());

test('what is appended can be queried, at the position that was written', async () => {
  const store = createMemoryEventStore();
  const pool = createPool({ url: database.url });
  const source = await openReadModels(database.url);
  const projector = createProjector({ store, pool, views: VIEWS, log: silentLog });
  await projector.start();
  const one = caseSteps('1');
  const head = await appendAll(store, [...bundledAdopted, one.registered(), one.sorted(), one.sent()]);
  expect(await projector.waitFor(head, 5_000)).toBe(true);
  expect(await projector.lag()).toEqual({ events: 0, seconds: 0 });
  const page = await listCases(source, { q: '供暖', office: 'housing-bureau' });
  expect(page).toMatchObject({
    position: head,
    items: [{ id: '1', status: 'sent', nextDue: { rule: 'acknowledge' } }],
  });
  const due = await listDuties(source, { now: '2026-03-20T00:00:00.000Z', show: 'overdue' });
  expect(due.items).toMatchObject([{ rule: 'acknowledge', overdue: true, title: '某小区供暖不足' }]);
  await projector.stop();
  await store.close();
  await source.destroy();
  await pool.end();
});
