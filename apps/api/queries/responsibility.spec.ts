import { aggregates } from '@huiyin/domain';
import { assembleEvidence, fingerprintOf, readCaseRecord } from '@huiyin/evidence';
import { randomUUID } from 'node:crypto';
import { register, startApi, type TestApi } from '../api.fixture';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Chain {
  segments: { role: string; office: string; until?: string; holders: { post: string; subject: string }[] }[];
  steps: { what: string; by: string; position: number }[];
}

const subject = randomUUID();

async function act(path: string, command: string, body: object = {}): Promise<number> {
  const answer = await api.post(`/api/v1/${path}/${command}`, body);
  if (answer.status >= 300) throw new Error(`${path}/${command}: ${answer.text}`);
  return answer.body.position;
}

test('a case tells who answered for it, with those who held the posts, and no name', async () => {
  const official = { subject, name: '李建国' };
  await act('offices/housing', 'appoint-leader', { post: 'in-charge', official, from: '2026-01-05' });
  const { id } = await register(api);
  await act(`cases/${id}`, 'sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
  const sent = await act(`cases/${id}`, 'send-case', { to: 'housing' });
  const { body, headers } = await api.get<Chain>(`/api/v1/cases/${id}/responsibility-chain?after=${sent}`);
  expect(body.segments).toMatchObject([
    { role: 'receiver', office: 'petitions', holders: [] },
    { role: 'owner', office: 'housing', holders: [{ post: 'in-charge', subject }] },
  ]);
  expect(body.steps.at(-1)).toMatchObject({ what: 'decided', by: 'petitions', position: sent });
  expect(Number(headers['huiyin-position'])).toBeGreaterThanOrEqual(sent);
  expect(JSON.stringify(body)).not.toContain('李建国');
});

test('of a case that is not there is a 404', async () =>
  expect((await api.get(`/api/v1/cases/${randomUUID()}/responsibility-chain`)).status).toBe(404));

/** As the escalation service does it when a review is opened. */
async function withEvidence(
  caseId: string,
  accuses: string[] = [],
): Promise<{ review: string; about: number }> {
  const about = { pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions', reasons: '敷衍' };
  const opened = await api.post('/api/v1/reviews', about);
  expect(opened.status).toBe(201);
  const review = opened.body.id;
  const readStream = (stream: string) => api.platform.store.readStream(stream);
  const streams = [`review-${review}`];
  const record = await readCaseRecord(readStream, { caseId, streams, upTo: opened.body.position });
  const document = assembleEvidence(record, api.platform.rules.current())!;
  const outcome = await api.platform.execute({
    aggregate: aggregates.reviews,
    id: review,
    type: 'RecordEvidence',
    data: {
      ...{ format: document.format, upTo: document.upTo, streams, sha256: fingerprintOf(document) },
      ...{ keptFrom: accuses, links: [] },
    },
    commandId: randomUUID(),
    actor: 'system:escalation',
    office: 'petitions',
  });
  expect(outcome.status).toBe('done');
  return { review, about: opened.body.position };
}

interface Evidence {
  sha256: string;
  reproduced: boolean;
  offices: Record<string, { zh: string; en: string }>;
  document: {
    caseId: string;
    timeline: { position: number; type: string; office: string }[];
    clocks: { positions: number[]; explanation: { zh: string; en: string } }[];
    chain: { segments: { office: string; positions: number[] }[] };
  };
}

describe('the evidence of a review', () => {
  test('is answered with citations of positions, the fingerprint that was recorded, and the offices by name', async () => {
    const { id } = await register(api);
    await act(`cases/${id}`, 'sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    const sent = await act(`cases/${id}`, 'send-case', { to: 'housing' });
    const { review, about } = await withEvidence(id);
    const answer = await api.get<Evidence>(`/api/v1/reviews/${review}/evidence`);
    expect(answer.status).toBe(200);
    const { reproduced, offices, document } = answer.body;
    expect(reproduced).toBe(true);
    expect(document.timeline.map(({ type, position }) => [type, position]).slice(-2)).toEqual([
      ['CaseSent', sent],
      ['ReviewOpened', about],
    ]);
    const [clock] = document.clocks;
    expect(clock!.positions.length).toBeGreaterThan(0);
    expect(clock!.explanation).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    const cited = [document.clocks, document.chain.segments].flat().flatMap(({ positions }) => positions);
    for (const position of cited) {
      const [event] = await api.platform.store.readAll({ after: position - 1, limit: 1 });
      expect(event!.position).toBe(position);
    }
    for (const { office } of document.chain.segments)
      expect(offices[office]).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });

  test('is a 404 to whoever may not see the case, and before there is any', async () => {
    const { id } = await register(api, {
      claims: [{ kind: 'accusation', summary: '收费不开票', accuses: ['housing'] }],
    });
    const { review } = await withEvidence(id, ['housing']);
    const ask = (office: string) =>
      api.call('GET', `/api/v1/reviews/${review}/evidence`, { headers: { 'huiyin-office': office } });
    expect((await ask('petitions')).status).toBe(200);
    const refused = await ask('housing');
    expect(refused.status).toBe(404);
    expect(refused.text).not.toContain('housing');
    expect((await api.get(`/api/v1/reviews/${randomUUID()}/evidence`)).status).toBe(404);
  });
});
