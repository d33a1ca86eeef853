import { aggregates } from '@huiyin/domain';
import { METRICS } from '@huiyin/metrics';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { register, startApi, type Sent, type TestApi } from '../api.fixture';
import { COMMAND_ROUTES } from '../commands/routes';
import { openApiDocument } from '../openapi/document';

/*
 * Every way out, asked by offices that must not see a case: what they are answered is, byte for byte, what they were
 * answered before there was such a case. A new GET in the OpenAPI document has to be given its line here.
 */

interface Told {
  accused: string;
  supervision: string;
  review: string;
  advice: string;
  attachment: string;
}
type Ask = (ids: Told) => string;

/** `hidden`: the operator's answer tells of the case, so that the comparison means something. */
const ways: Readonly<Record<string, { ask: Ask; hidden: boolean } | 'no case' | 'own spec'>> = {
  readOverview: { ask: () => '/overview', hidden: true },
  readFlow: { ask: () => '/flow?from=2026-02-20&to=2026-03-10', hidden: true },
  listCases: { ask: () => '/cases', hidden: true },
  countCases: { ask: () => '/case-counts', hidden: true },
  countChannels: { ask: () => '/channel-counts', hidden: true },
  findLikelyDuplicates: {
    ask: () =>
      `/likely-duplicates?${String(new URLSearchParams({ category: 'conduct', title: '反映收费问题', place: '和平区' }))}`,
    hidden: true,
  },
  likelyDuplicatesOfCase: { ask: ({ accused }) => `/cases/${accused}/likely-duplicates`, hidden: true },
  readCase: { ask: ({ accused }) => `/cases/${accused}`, hidden: true },
  dutiesOfCase: { ask: ({ accused }) => `/cases/${accused}/duties`, hidden: true },
  timelineOfCase: { ask: ({ accused }) => `/cases/${accused}/timeline`, hidden: true },
  responsibilityChain: { ask: ({ accused }) => `/cases/${accused}/responsibility-chain`, hidden: true },
  listDuties: { ask: () => '/duties', hidden: true },
  countDuties: { ask: () => '/duty-counts', hidden: true },
  listSupervisions: { ask: () => '/supervisions', hidden: true },
  readSupervision: { ask: ({ supervision }) => `/supervisions/${supervision}`, hidden: true },
  listInstructions: { ask: () => '/instructions', hidden: true },
  listReviews: { ask: () => '/reviews', hidden: true },
  evidenceOfReview: { ask: ({ review }) => `/reviews/${review}/evidence`, hidden: true },
  readReview: { ask: ({ review }) => `/reviews/${review}`, hidden: true },
  listAdvice: { ask: () => '/advice', hidden: true },
  readAdvice: { ask: ({ advice }) => `/advice/${advice}`, hidden: true },
  scorecards: { ask: () => '/scorecards', hidden: true },
  scorecardOfOffice: { ask: () => '/offices/petitions/scorecard', hidden: true },
  listStandings: { ask: () => '/standings', hidden: true },
  readStanding: { ask: () => '/standings/discipline', hidden: true },
  readFund: { ask: () => '/funds/hardship', hidden: true },
  readLedger: { ask: () => '/ledgers/backlog', hidden: true },
  proposedOffice: { ask: ({ accused }) => `/cases/${accused}/proposed-office`, hidden: true },
  readMetric: {
    ask: () => '/metrics/inflow?from=2026-02-20&to=2026-03-10&sliceBy=office&exact=true',
    hidden: true,
  },
  casesOfMetric: {
    ask: () => '/metrics/inflow/cases?from=2026-02-20&to=2026-03-10&exact=true',
    hidden: true,
  },
  listMetrics: 'no case',
  readAssessment: 'no case',
  readTargets: 'no case',
  listTargets: 'no case',
  progressOfTargets: { ask: () => '/targets/discipline-2026/progress', hidden: true },
  listCategories: 'no case',
  // A rhythm and a drive are about days and offices.
  readRhythm: 'no case',
  listDrives: 'no case',
  readDrive: 'no case',
  listReports: 'no case',
  listOffices: 'no case',
  publishedChannels: 'no case',
  readOffice: 'no case',
  readPolicy: 'no case',
  readCalendar: 'no case',
  // Asked for with the query code that the petitioner alone has.
  lookUpOwnCase: 'own spec',
  // Below, and in the specs of attachments.
  streamPositions: 'own spec',
  // apps/api/queries/bulletins.spec.ts
  listBulletins: 'own spec',
  readBulletin: 'own spec',
  readReport: 'own spec',
  readAttachment: 'own spec',
};

const MORE_WAYS = [
  '/cases?q=密件',
  '/cases?overdue=true',
  '/cases?office=discipline',
  '/cases?acceptedBy=discipline',
  '/cases?acceptedFrom=2026-03-01T00:00:00Z',
  '/cases?handlingOfficeRating=dissatisfied',
  '/case-counts?acceptedBy=discipline',
  '/case-counts?petitionDepartmentRating=satisfied',
  '/case-counts?q=密件',
  '/scorecards?office=discipline',
  '/duties?owner=discipline',
  '/supervisions?office=discipline',
  '/reviews?office=discipline',
  ...['duties-on-time', 'overdue', 'supervised', 'accountability-reviews', 'confirmed-faults'].map(
    (id) => `/metrics/${id}?from=2026-02-20&to=2026-03-10&sliceBy=office`,
  ),
  '/advice?office=discipline',
  '/instructions?office=discipline',
];

/** Every number there is, and the cases behind it: asked by the accused office alone, for there are many. */
const OF_METRICS = METRICS.flatMap(({ id }) => {
  const asked = 'from=2026-02-20&to=2026-03-10&exact=true';
  return [`/metrics/${id}?sliceBy=office&${asked}`, `/metrics/${id}/cases?${asked}`];
});

/** The accused, one below it, one that took over from an accused office, and one below that. */
const BARRED = ['housing', 'nanhu', 'construction', 'room'];
const OPERATOR = undefined;

const as = (office: string | undefined): Sent['headers'] => (office ? { 'huiyin-office': office } : {});
const absent: Told = {
  accused: randomUUID(),
  supervision: randomUUID(),
  review: randomUUID(),
  advice: randomUUID(),
  attachment: randomUUID(),
};

let api: TestApi;
const before = new Map<string, unknown>();
let ids: Told;
let later: string;
/** A case that everybody may see. */
let open: string;

async function asked(office: string | undefined, path: string): Promise<{ status: number; body: unknown }> {
  await api.projector.waitFor(await api.head(), 10_000);
  const { status, body } = await api.call('GET', `/api/v1${path}`, { headers: as(office) });
  return { status, body };
}

async function act(path: string, command: string, body: object = {}, office?: string): Promise<void> {
  const answer = await api.post(`/api/v1/${path}/${command}`, body, as(office));
  if (answer.status >= 300) throw new Error(`${path}/${command}: ${answer.text}`);
}

const accusing = {
  category: 'conduct',
  title: '密件：反映收费问题',
  place: '和平区',
  claims: [{ kind: 'accusation', summary: '违规收费', accuses: ['housing', 'old'] }],
};

/** As escalation does, when it hears of a review. */
const recordEvidence = (id: string) =>
  api.platform.execute({
    aggregate: aggregates.reviews,
    id,
    type: 'RecordEvidence',
    // No link: every link would have to be found on.
    data: { ...(aggregates.reviews.examples['RecordEvidence']![0] as object), links: [] },
    commandId: randomUUID(),
    actor: 'system:escalation',
  });

/** A case that went all the way through another office, with an order, a review and a confirmed fault. */
async function wholeLife(): Promise<Told> {
  const { id } = await register(api, accusing);
  await act(`cases/${id}`, 'sort-case', { routes: [{ claim: 'c1', route: 'accusation' }] });
  await act(`cases/${id}`, 'send-case', { to: 'discipline' });
  await act(`cases/${id}`, 'acknowledge-case');
  await act(`cases/${id}`, 'accept-case');
  await act(`cases/${id}`, 'give-instruction', {
    post: 'county-head',
    of: 'county',
    to: 'discipline',
    text: '请核查',
  });
  const about = { pack: 'xinfang-2022', caseId: id, office: 'discipline', by: 'petitions' };
  const order = await api.post('/api/v1/supervisions', { ...about, trigger: 'delay', reasons: '拖延' });
  const review = await api.post('/api/v1/reviews', { ...about, reasons: '拖延' });
  await recordEvidence(review.body.id);
  await act(`reviews/${review.body.id}`, 'state-side', { text: '情况说明' });
  const finding = { outcome: 'fault', kind: 'late', gravity: 'ordinary', reasons: '逾期' };
  await act(`reviews/${review.body.id}`, 'confirm-finding', { finding });
  // As escalation does, when it hears of a confirmed fault.
  await api.platform.execute({
    aggregate: aggregates.standings,
    id: 'discipline',
    type: 'CountFault',
    data: { pack: 'xinfang-2022', reviewId: review.body.id, caseId: id, kind: 'late', gravity: 'ordinary' },
    commandId: randomUUID(),
    actor: 'system:escalation',
  });
  await act('funds/hardship', 'request-relief', {
    caseId: id,
    by: 'discipline',
    amount_yuan: 800,
    reasons: '困难',
  });
  await act('ledgers/backlog', 'add-item', {
    text: '核查',
    owner: 'discipline',
    dueOn: '2026-06-30',
    caseId: id,
  });
  await register(api, { ...accusing, title: '密件：再次反映收费问题' });
  const advice = await api.post('/api/v1/advice', {
    pack: 'xinfang-2022',
    kind: 'improve-work',
    office: 'discipline',
    adviser: 'petitions',
    text: '逐件回访',
    reasons: '拖延',
    grounds: [{ caseId: open }, { caseId: id, reviewId: review.body.id }],
  });
  return {
    accused: id,
    supervision: order.body.id,
    review: review.body.id,
    advice: advice.body.id,
    attachment: randomUUID(),
  };
}

/** A case that its office handled, until it was accused in it. */
async function accusedLater(): Promise<string> {
  const { id } = await register(api, { title: '起初只是投诉' });
  await act(`cases/${id}`, 'sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
  await act(`cases/${id}`, 'send-case', { to: 'nanhu' });
  await act(`cases/${id}`, 'acknowledge-case', {}, 'nanhu');
  await act(`cases/${id}`, 'accuse-office', { office: 'housing' });
  await act(`cases/${id}`, 'accuse-office', { office: 'old' });
  return id;
}

const offices = {
  county: {},
  nanhu: { superior: 'housing' },
  old: {},
  construction: {},
  room: { superior: 'construction' },
  discipline: { kind: 'discipline' },
};

beforeAll(async () => {
  api = await startApi();
  for (const [office, more] of Object.entries(offices))
    await act(`offices/${office}`, 'register-office', {
      name: { zh: office, en: office },
      level: 'county',
      territory: '和平区',
      ...more,
    });
  await act('offices/old', 'name-successor', { successor: 'construction', from: '2026-03-01' });
  open = (await register(api, { title: '人人可见' })).id;
  await act('funds/hardship', 'open-fund', { name: '救助资金', office: 'petitions', budget_yuan: 10_000 });
  await act('targets/discipline-2026', 'set-targets', {
    office: 'discipline',
    by: 'petitions',
    year: 2026,
    targets: ['days-to-acknowledge', 'closure-rate', 'duties-on-time'].map((metric) => ({
      metric,
      value: 9,
    })),
  });
  await act('ledgers/backlog', 'open-ledger', { title: '积案台账', office: 'petitions' });
  for (const [path, office] of everything(absent))
    before.set(`${office} ${path.key}`, await asked(office, path.ask));
  ids = await wholeLife();
  later = await accusedLater();
});
afterAll(() => api.close());

/** Every question, by every office that must not be told, and by the operator. */
function everything(told: Told): [path: { key: string; ask: string }, office: string | undefined][] {
  const paths = [
    ...Object.entries(ways).flatMap(([key, way]) =>
      typeof way === 'string' ? [] : [{ key, ask: way.ask(told) }],
    ),
    ...MORE_WAYS.map((ask) => ({ key: ask, ask })),
  ].map(({ key, ask }) => ({ key, ask: encodeURI(decodeURI(ask)) }));
  const numbers = OF_METRICS.map((ask) => ({ key: ask, ask }));
  return [OPERATOR, ...BARRED].flatMap((office) =>
    [...paths, ...(office === 'housing' ? numbers : [])].map((path) => [path, office] as const),
  ) as never;
}

test('every GET of the OpenAPI document has its line', () => {
  const { paths } = openApiDocument() as { paths: Record<string, { get?: { operationId: string } }> };
  const gets = Object.values(paths).flatMap(({ get }) => (get ? [get.operationId] : []));
  // Open311 asks nobody who they are and shows to all what everybody may see: its own spec.
  const asked = gets.filter((name) => !name.startsWith('open311-'));
  expect(Object.keys(ways).sort()).toEqual(asked.sort());
});

describe.each(BARRED)('%s', (office) => {
  test('is answered as if there were no such case', async () => {
    for (const [path, asking] of everything(ids)) {
      if (asking !== office) continue;
      const answer = await asked(office, path.ask);
      expect({ path: path.key, ...answer }).toEqual({
        path: path.key,
        ...(before.get(`${office} ${path.key}`) as object),
      });
    }
  });
  test('does not see what it handled before it was accused, nor as it was then', async () => {
    for (const path of ['', '?asOf=2026-03-02T01:00:00.000Z', '/duties', '/timeline']) {
      const answer = await asked(office, `/cases/${later}${path}`);
      expect({ path, ...answer }).toEqual({
        path,
        ...(await asked(office, `/cases/${randomUUID()}${path}`)),
      });
    }
  });
  test('takes no step: each is answered as for a case that is not there', async () => {
    const cases = COMMAND_ROUTES.filter(({ path, begins }) => path === 'cases' && !begins);
    for (const { slug, aggregate, type } of cases) {
      const body = aggregate.examples[type]![0];
      const on = async (id: string) => {
        const { status, body: answer } = await api.post(`/api/v1/cases/${id}/${slug}`, body, as(office));
        return { slug, status, answer };
      };
      expect(await on(ids.accused)).toEqual({ ...(await on(randomUUID())), status: 404 });
    }
    const about = { pack: 'xinfang-2022', caseId: ids.accused, office: 'discipline', by: office };
    const order = await api.post(
      '/api/v1/supervisions',
      { ...about, trigger: 'delay', reasons: '拖延' },
      as(office),
    );
    expect(order.status).toBe(404);
    const side = await api.post(`/api/v1/reviews/${ids.review}/state-side`, { text: '说明' }, as(office));
    expect(side.status).toBe(404);
    const plan = { plan: '照办' };
    const adopted = await api.post(`/api/v1/advice/${ids.advice}/adopt-advice`, plan, as(office));
    expect(adopted.status).toBe(404);
  });
  test('is not given it by another, and the refusal names the article', async () => {
    const { id } = await register(api, accusing);
    await act(`cases/${id}`, 'sort-case', { routes: [{ claim: 'c1', route: 'accusation' }] });
    const { status, body } = await api.post(
      `/api/v1/cases/${id}/send-case`,
      { to: office },
      {
        'accept-language': 'zh-CN',
      },
    );
    expect({ status, code: body['code'], article: body['article'] }).toEqual({
      status: 422,
      code: 'accused-office',
      article: '信访工作条例 第三十条',
    });
  });
});

test('the operator is told of it by every one of these ways', async () => {
  for (const [path, office] of everything(ids)) {
    if (office !== OPERATOR) continue;
    const way = ways[path.key];
    if (way === undefined || typeof way === 'string' || !way.hidden) continue;
    const told = await asked(OPERATOR, path.ask);
    expect({ path: path.key, told }).not.toEqual({
      path: path.key,
      told: before.get(`${OPERATOR} ${path.key}`),
    });
  }
});

test('many numbers, and lists of the cases behind them, tell the operator of it', async () => {
  const told = async (path: string) => JSON.stringify((await asked(OPERATOR, path)).body);
  const tell: string[] = [];
  for (const path of OF_METRICS.filter((one) => one.includes('/cases?')))
    if ((await told(path)).includes(ids.accused)) tell.push(path);
  expect(tell.length).toBeGreaterThan(5);
});

/** Who is asked beside what the OpenAPI document describes, and why nothing of a case is told there. */
const BESIDE: Readonly<Record<string, string>> = {
  'apps/api/commands/commands.controller.ts': 'writes: above, step by step',
  'apps/api/queries/queries.controller.ts': 'the reads of the document',
  'apps/api/stream/stream.controller.ts': 'positions: below',
  'apps/api/attachments/attachments.controller.ts': 'of the document, own spec',
  'apps/api/open311/open311.controller.ts': 'of the document, own spec: what everybody may see',
  'apps/api/public/public.controller.ts': 'of the document: with the code that the petitioner alone has',
  'apps/api/public/channels.controller.ts': 'of the document: no case',
  'apps/api/openapi/openapi.controller.ts': 'the document itself',
  'apps/api/page/page.controller.ts': 'files of the page',
  'apps/audit/audit.controller.ts':
    'hashes; a receipt needs the id of the command. Bundles are exported on the command line',
  'apps/notification/notices.controller.ts': 'operators only',
  'apps/standalone/dev-clock.controller.ts': 'the time',
};
test('no controller is without its line', () => {
  const root = path.join(__dirname, '..', '..', '..');
  const controllers = readdirSync(path.join(root, 'apps'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => /^@Controller\(/m.test(readFileSync(path.join(root, 'apps', file), 'utf8')))
    .map((file) => `apps/${file.split(path.sep).join('/')}`);
  expect(controllers.sort()).toEqual(Object.keys(BESIDE).sort());
});

test('an office that nobody knows is told nothing', async () => {
  for (const path of ['/cases', '/overview', `/cases/${ids.accused}`])
    expect((await asked('nobody', path)).status).toBe(403);
});

test('staff who have recused do not see the case either', async () => {
  const { id } = await register(api, { title: '回避' });
  await act(`cases/${id}`, 'recuse-staff', { official: 'li.wei', reasons: '亲属' });
  const ask = (actor: string) =>
    api.call('GET', `/api/v1/cases/${id}`, {
      headers: { 'huiyin-office': 'petitions', 'huiyin-actor': actor },
    });
  expect([(await ask('li.wei')).status, (await ask('zhang.min')).status]).toEqual([404, 200]);
});

test('the stream tells the accused of nothing until something happens that they may see', async () => {
  // What was written before is behind the stream when it opens.
  await asked('housing', `/cases?after=${await api.head()}`);
  const end = new AbortController();
  const response = await fetch(`${api.address}/api/v1/stream`, {
    headers: { 'huiyin-office': 'housing' },
    signal: end.signal,
  });
  const positions: number[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<number> => {
    for (;;) {
      const { value = '' } = await reader.read();
      const found = /"position":(\d+)/.exec(value)?.[1];
      if (found === undefined) continue;
      positions.push(Number(found));
      return Number(found);
    }
  };
  await next();
  const hidden = await register(api, accusing);
  await api.projector.waitFor(hidden.position, 10_000);
  const visible = await register(api, { title: '可见' });
  expect(await next()).toBeGreaterThanOrEqual(visible.position);
  expect(positions).toHaveLength(2);
  end.abort();
});
