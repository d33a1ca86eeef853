import { openReadModels } from '@huiyin/read-models';
import { bundledPacks, ladders, withLadder } from '@huiyin/policy';
import { reproduce } from '@huiyin/rhythm';
import type { DataSource } from 'typeorm';
import { register, startApi, type TestApi } from '../../api/api.fixture';
import { startRhythm, type RhythmDeps, type RunningRhythm } from './rhythm';

const OFFICES = ['petitions', 'housing', 'water'];
const RHYTHM = { dailyAt: '08:30', dueSoon_days: 20, monthlyOn: 8, from: '2026-03-03' };
const lists = (...days: string[]): string[] =>
  days.flatMap((day) => OFFICES.map((office) => `daily-list-${day}-${office}`)).sort();

let api: TestApi;
let views: DataSource;
const running: RunningRhythm[] = [];

async function start(changes: Partial<RhythmDeps> = {}): Promise<RunningRhythm> {
  const { platform, projector } = api;
  const shown = (position: number): Promise<boolean> => projector.waitFor(position, 10_000);
  const one = await startRhythm({ ...platform, views, shown, ticking: false, ...changes });
  running.push(one);
  return one;
}

/** Ids of what went out, in order of name. */
async function issued(): Promise<string[]> {
  const events = await api.platform.store.readAll({
    after: 0,
    limit: 5_000,
    filter: { types: ['BulletinIssued'] },
  });
  return events.map(({ stream }) => stream.slice('bulletin-'.length)).sort();
}

const post = async (path: string, body: object): Promise<void> => {
  const answer = await api.post(`/api/v1/${path}`, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
};

/* One city, day after day: each test goes on where the one before it ended. */

let rhythm: RunningRhythm;

beforeAll(async () => {
  api = await startApi();
  views = await openReadModels(api.platform.databaseUrl);
  await post('offices/water/register-office', {
    name: { zh: 'water', en: 'water' },
    level: 'county',
    territory: '和平区',
  });
  const { id } = await register(api, {});
  await post(`cases/${id}/sort-case`, { routes: [{ claim: 'c1', route: 'residual' }] });
  await post(`cases/${id}/send-case`, { to: 'housing' });
  rhythm = await start();
});
afterAll(async () => {
  for (const one of running.splice(0)) await one.stop();
  await views.destroy();
  await api.close();
});

test('without a rhythm nothing goes out', async () => {
  expect(await rhythm.issueDue()).toBe(0);
  expect(rhythm.nextAt()).toBeUndefined();
});

test('each office gets its list each morning, once', async () => {
  await post('rhythms/city/set-rhythm', RHYTHM);
  expect(await rhythm.issueDue()).toBe(0);
  expect(rhythm.nextAt()).toBe('2026-03-03T00:30:00.000Z');
  api.clock.moveTo('2026-03-03T00:29:59.999Z');
  expect(await rhythm.issueDue()).toBe(0);
  api.clock.moveTo('2026-03-03T00:30:00.000Z');
  expect(await rhythm.issueDue()).toBe(OFFICES.length);
  expect(await rhythm.issueDue()).toBe(0);
  expect(await issued()).toEqual(lists('2026-03-03'));
  expect(rhythm.nextAt()).toBe('2026-03-04T00:30:00.000Z');
});

test('a list that is made on time is the one that the log gives', async () => {
  const again = await reproduce(api.platform.store, 'daily-list-2026-03-03-housing');
  expect(again).toMatchObject({ same: true });
  const document = JSON.parse(again!.issued.toString()) as { sections: { id: string; rows: unknown[] }[] };
  expect(document.sections.map(({ id, rows }) => [id, rows.length > 0])).toEqual([
    ['new', true],
    ['due-soon', true],
    ['overdue', false],
    ['escalated', false],
  ]);
});

test('once, whatever is restarted, and however many are at work', async () => {
  const other = await start();
  api.clock.moveTo('2026-03-04T00:30:00.000Z');
  await Promise.all([rhythm.issueDue(), other.issueDue()]);
  expect(await (await start()).issueDue()).toBe(0);
  expect(await issued()).toEqual(lists('2026-03-03', '2026-03-04'));
});

test('a crash in the middle leaves the rest to the next round', async () => {
  const { execute } = api.platform;
  let left = 1;
  const crashing = await start({
    execute: (command) => (left-- > 0 ? execute(command) : Promise.reject(new Error('killed'))),
  });
  api.clock.moveTo('2026-03-05T00:30:00.000Z');
  await expect(crashing.issueDue()).rejects.toThrow('killed');
  const all = lists('2026-03-03', '2026-03-04', '2026-03-05');
  expect((await issued()).length).toBeLessThan(all.length);
  await rhythm.issueDue();
  expect(await issued()).toEqual(all);
});

/** Sent to housing, which lets it lie: two duties fall due in March. */
async function leftLying(): Promise<void> {
  const { id } = await register(api, {});
  await post(`cases/${id}/sort-case`, { routes: [{ claim: 'c1', route: 'residual' }] });
  await post(`cases/${id}/send-case`, { to: 'housing' });
}

test('what was missed is made up for, as it stood at its time, and all of it can be made again', async () => {
  api.clock.moveTo('2026-03-07T05:00:00.000Z');
  const later = await register(api, {});
  api.clock.moveTo('2026-03-08T05:00:00.000Z');
  await (await start()).issueDue();
  const ids = await issued();
  expect(ids).toEqual([
    ...lists('2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'),
    'monthly-analysis-2026-02',
    'monthly-circular-2026-02',
    'quarterly-ranking-2025-Q4',
  ]);
  const telling: string[] = [];
  for (const id of ids) {
    const again = await reproduce(api.platform.store, id);
    expect([id, again?.same]).toEqual([id, true]);
    if (again!.issued.toString().includes(later.id)) telling.push(id);
  }
  // It came after the lists of the 6th and the 7th.
  expect(telling).toEqual(['daily-list-2026-03-08-petitions']);
});

test('the worst of a quarterly ranking are placed on the ladder that counts placings, once, before it goes out', async () => {
  const xinfang = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
  const ladder = ladders.find(({ id }) => id === 'quarterly-rank')!;
  const pack = { ...withLadder(xinfang, ladder), version: xinfang.version + 1 };
  await post('policies/xinfang-2022/adopt-policy', { pack });
  await leftLying();
  await leftLying();
  api.clock.moveTo('2026-04-08T00:30:00.000Z');
  let left = 1;
  const crashing = await start({
    execute: (command) =>
      command.type === 'IssueBulletin' && command.id.startsWith('quarterly') && left-- > 0
        ? Promise.reject(new Error('killed'))
        : api.platform.execute(command),
  });
  await expect(crashing.issueDue()).rejects.toThrow('killed');
  await (await start()).issueDue();
  const { body } = await api.get<{ events: { type: string; data: object }[] }>('/api/v1/standings/housing');
  expect(body.events.map(({ type, data }) => ({ type, ...data }))).toMatchObject([
    { type: 'PlacingCounted', period: '2026-Q1', place: 1, published: 'quarterly-ranking-2026-Q1' },
    { type: 'RungReached', rung: 'circular', placings: 1 },
    { type: 'MeasureOrdered', measure: 'circular' },
  ]);
  expect(await issued()).toContain('quarterly-ranking-2026-Q1');
});
