import { createMemoryEventStore, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { bundledRules } from '@huiyin/policy';
import { canonicalBytes, type ReportDocument } from '@huiyin/reports';
import { randomCity } from '@huiyin/metrics/random-city.fixture';
import { appendAll, appendStored } from '@huiyin/testing/append';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted, stored, type Told } from '@huiyin/testing/view';
import fc from 'fast-check';
import { idOf, logSource, makeDocument, reproduce, sha256, type Asked } from '.';

const asked: Asked = {
  kind: 'daily-list',
  office: 'housing',
  period: { from: '2026-03-09', to: '2026-03-09', timeZone: 'Asia/Shanghai' },
  at: '2026-03-09T00:30:00.000Z',
  dueSoon_days: 20,
};

/** Issues it at the log's present end, as the service does. */
async function issue(store: EventStore, one: Asked): Promise<ReportDocument> {
  const position = await store.head();
  const document = await makeDocument(one, await logSource(store, position));
  const data = { ...one, position, sha256: sha256(canonicalBytes(document)), document };
  await appendStored(store, stored([{ stream: `bulletin-${idOf(one)}`, type: 'BulletinIssued', data }]));
  return document;
}

/** The log as somebody has changed it. */
const changed = (store: EventStore, change: (event: StoredEvent) => StoredEvent): EventStore => ({
  ...store,
  readAll: async (request) => (await store.readAll(request)).map(change),
  readStream: async (...request) => (await store.readStream(...request)).map(change),
});

const offices: readonly Told[] = ['petitions', 'housing'].map((id) => ({
  stream: `office-${id}`,
  type: 'OfficeRegistered',
  data: { name: { zh: id, en: id }, kind: 'office', level: 'city', territory: '沈阳市', functions: [] },
}));
const one = caseSteps('0196a0c1-5d00-7000-8000-000000000001', 'housing');
const history = [...bundledAdopted, ...offices, one.registered(), one.sorted(), one.sent()];

async function issued(): Promise<{ store: EventStore; document: ReportDocument }> {
  const store = createMemoryEventStore();
  await appendAll(store, history);
  return { store, document: await issue(store, asked) };
}

test('a list that went out is made again from the log, whatever has happened since', async () => {
  const { store, document } = await issued();
  expect(document.sections.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
  await appendAll(store, [one.acknowledged(), one.accepted()]);
  const again = await reproduce(store, idOf(asked));
  expect(again).toMatchObject({ same: true, position: history.length });
  expect(again!.again.equals(canonicalBytes(document))).toBe(true);
  expect(await reproduce(store, 'daily-list-2026-03-10-housing')).toBeUndefined();
});

test.each<[string, (event: StoredEvent) => StoredEvent]>([
  [
    'title of a case',
    (event) =>
      event.type === 'CaseRegistered'
        ? { ...event, data: { ...(event.data as object), title: '别的标题' } }
        : event,
  ],
  [
    'day on which it was sent',
    (event) => (event.type === 'CaseSent' ? { ...event, occurredAt: '2026-03-05T01:00:00.000Z' } : event),
  ],
  [
    'document itself',
    (event) => {
      if (event.type !== 'BulletinIssued') return event;
      const data = event.data as { document: ReportDocument };
      return { ...event, data: { ...data, document: { ...data.document, sections: [] } } };
    },
  ],
  [
    'hash on record',
    (event) =>
      event.type === 'BulletinIssued'
        ? { ...event, data: { ...(event.data as object), sha256: '0'.repeat(64) } }
        : event,
  ],
])('a changed %s is noticed', async (_, change) => {
  const { store } = await issued();
  expect(await reproduce(changed(store, change), idOf(asked))).toMatchObject({ same: false });
});

test('whatever happened, every list of every office is made again to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(randomCity, fc.nat(), async (told, cut) => {
      const store = createMemoryEventStore();
      const before = bundledAdopted.length + (cut % (told.length - bundledAdopted.length + 1));
      await appendAll(store, told.slice(0, before));
      for (const kind of ['daily-list', 'monthly-analysis', 'quarterly-ranking'] as const) {
        const all = { ...asked, kind, period: { ...asked.period, from: '2026-01-01', to: '2026-03-31' } };
        const document = await issue(store, all);
        expect(document.computedAt.position).toBe((await store.head()) - 1);
      }
      await appendAll(store, told.slice(before));
      for (const kind of ['daily-list', 'monthly-analysis', 'quarterly-ranking'] as const) {
        const id = idOf({ ...asked, kind, period: { ...asked.period, to: '2026-03-31' } });
        expect(await reproduce(store, id)).toMatchObject({ same: true });
      }
    }),
    { numRuns: 3 },
  );
});

test('the rules are those of the log, not those that the software brings', async () => {
  const { store } = await issued();
  const { rules } = await logSource(store, await store.head());
  expect(rules.pack('xinfang-2022')).toEqual(bundledRules.pack('xinfang-2022'));
  const empty = await logSource(createMemoryEventStore(), 0);
  expect(() => empty.rules.pack('xinfang-2022')).toThrow('unknown policy pack');
});
