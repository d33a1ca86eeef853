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
